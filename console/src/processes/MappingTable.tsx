import type { MigrationPlan } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { Light } from '../parts/Light.tsx';
import { setSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { mappingText } from './mappingText.ts';
import { useProcessWords } from './processWords.ts';

/** Where cases stand, and where each place goes; elements of one kind are offered first. */
export function MappingTable(props: {
  readonly plan: MigrationPlan;
  readonly mapping: Readonly<Record<string, string>>;
}): ReactElement {
  const { w } = useProcessWords();
  const { plan, mapping } = props;
  const nameOf = (side: 'from' | 'to', id: string): string =>
    plan.elements[side].find((one) => one.id === id)?.name ?? id;
  const kindOf = (id: string): string | undefined => plan.elements.from.find((one) => one.id === id)?.kind;
  const choose = (from: string, to: string): void => {
    const { [from]: _before, ...rest } = mapping;
    setSearch({ map: mappingText(to === '' ? rest : { ...rest, [from]: to }) });
  };
  return (
    <table aria-label={w('standsAt')}>
      <thead>
        <tr>
          <th scope="col">{w('standsAt')}</th>
          <th scope="col" className="r">
            {w('openCases')}
          </th>
          <th scope="col">{w('goesTo')}</th>
          <th scope="col">{w('check')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.steps.map(({ from, to, cases, obstacles }) => (
          <tr key={from}>
            <td>
              {nameOf('from', from)} <span className="mono qq small">{from}</span>
            </td>
            <td className="num r">{numberOf(cases)}</td>
            <td>
              <select
                className="in s"
                aria-label={`${nameOf('from', from)} ${w('goesTo')}`}
                value={mapping[from] ?? ''}
                onChange={(event) => choose(from, event.target.value)}
              >
                <option value="">{to === null && mapping[from] === undefined ? w('nowhere') : w('sameId')}</option>
                {plan.elements.to
                  .filter(({ kind }) => kind === kindOf(from))
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name ?? id} ({id})
                    </option>
                  ))}
              </select>
            </td>
            <td>
              {obstacles.length === 0 ? (
                <Light light="ok">{w('canMove')}</Light>
              ) : (
                <Light light="over">{numberOf(obstacles.reduce((sum, one) => sum + one.cases, 0))}</Light>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
