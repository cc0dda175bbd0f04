import type { MigrationPlan } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { Light } from '../parts/Light.tsx';
import { Link } from '../route/Link.tsx';
import { numberOf } from '../words/format.ts';
import { useProcessWords } from './processWords.ts';

/** Why cases would stay, with some of them, and what becomes of timers. */
export function ObstacleList(props: { readonly plan: MigrationPlan }): ReactElement {
  const { w } = useProcessWords();
  const { plan } = props;
  const nameOf = (id: string): string =>
    [...plan.elements.from, ...plan.elements.to].find((one) => one.id === id)?.name ?? id;
  const obstacles = plan.steps.flatMap(({ from, obstacles: own }) => own.map((one) => ({ ...one, from })));
  return (
    <div className="pb process-obstacles">
      {obstacles.length === 0 && <Light light="ok">{w('canMove')}</Light>}
      <ul>
        {obstacles.map(({ from, why, cases, examples }) => (
          <li key={`${from} ${why}`}>
            <Light light="over">{nameOf(from)}</Light>{' '}
            <span className="num">{w('casesN', { n: numberOf(cases) })}</span>
            <p>{w(`why_${why}`)}</p>
            <p className="q small">
              {w('such')}{' '}
              {examples.map(({ region, id, number }) => (
                <Link key={id} className="num" href={`/cases/${region}/${id}`}>
                  {number}
                </Link>
              ))}
            </p>
          </li>
        ))}
        {plan.timers.map(({ element, change, cases }) => (
          <li key={`${change} ${element}`}>
            <Light light="due">
              {w(change === 'set' ? 'timerSet' : 'timerDropped', { element: nameOf(element), n: numberOf(cases) })}
            </Light>
          </li>
        ))}
        {plan.unknown.map(({ element, in: side }) => (
          <li key={`${side} ${element}`}>
            <Light light="due">{w('unknownIn', { element })}</Light>
          </li>
        ))}
      </ul>
    </div>
  );
}
