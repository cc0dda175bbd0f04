import type { WhatIf } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { regionName, useHere } from '../app/session.ts';
import { Segment } from '../parts/Segment.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { numberOf } from '../words/format.ts';
import { amountText, signed } from './amountText.ts';
import { DistrictMap } from './DistrictMap.tsx';
import { useRuleWords } from './ruleWords.ts';

/** Where the change falls: as a schematic map, or the figures. */
export function DistrictChange(props: { readonly whatIf: WhatIf }): ReactElement {
  const { w } = useRuleWords();
  const asTable = useSearch().get('districts') === 'table';
  return (
    <div className="rule-districts">
      <div className="ph">
        <h3>{w('byDistrict')}</h3>
        <span className="sp" />
        <Segment
          label={w('view')}
          value={asTable ? 'table' : 'map'}
          choices={[
            { value: 'map', label: w('map') },
            { value: 'table', label: w('asTable') },
          ]}
          onChange={(next) => setSearch({ districts: next === 'map' ? undefined : next })}
        />
      </div>
      {asTable ? <DistrictRows whatIf={props.whatIf} /> : <DistrictMap whatIf={props.whatIf} />}
    </div>
  );
}

function DistrictRows(props: { readonly whatIf: WhatIf }): ReactElement {
  const { w, language } = useRuleWords();
  const { city } = useHere();
  return (
    <div className="scroll">
      <table aria-label={w('byDistrict')}>
        <thead>
          <tr>
            <th scope="col">{w('district')}</th>
            <th scope="col" className="r">
              {w('before')}
            </th>
            <th scope="col" className="r">
              {w('after')}
            </th>
            <th scope="col" className="r">
              {w('difference')}
            </th>
            <th scope="col" className="r">
              {w('money')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.whatIf.regions.map(({ region, before, after }) => (
            <tr key={region}>
              <td>{regionName(city, region, language)}</td>
              <td className="num r">{numberOf(before.count)}</td>
              <td className="num r">{numberOf(after.count)}</td>
              <td className="num r">{signed(after.count - before.count, numberOf)}</td>
              <td className="num r">{amountText(after.amount, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
