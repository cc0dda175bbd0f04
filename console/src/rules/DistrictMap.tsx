import type { WhatIf } from '@yiwang/contract';
import type { ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { numberOf } from '../words/format.ts';
import { signed } from './amountText.ts';
import { useRuleWords } from './ruleWords.ts';

/** The schematic map, shaded by how many qualify after the change; where the number changed the difference is written beside it. */
export function DistrictMap(props: { readonly whatIf: WhatIf }): ReactElement {
  const { t, b, w } = useRuleWords();
  const { city } = useHere();
  const { map } = city;
  const byRegion = new Map(props.whatIf.regions.map((row) => [row.region, row]));
  const most = Math.max(1, ...props.whatIf.regions.map(({ after }) => after.count));
  const scale = Math.max(map.width / 366, map.height / 330);
  return (
    <figure className="mapbox" aria-label={w('byDistrict')}>
      <svg className="map" viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true">
        {map.cells.map(({ code, path }) => {
          const count = byRegion.get(code)?.after.count ?? 0;
          const step = count === 0 ? 1 : Math.min(5, 1 + Math.ceil((count / most) * 4));
          return <path key={code} className={`cell c${step}`} d={path} strokeWidth={2.5 * scale} />;
        })}
        <g className="names" aria-hidden="true">
          {map.cells.map(({ code, label: [x, y] }) => {
            const row = byRegion.get(code);
            const count = row?.after.count ?? 0;
            const change = count - (row?.before.count ?? 0);
            const step = count === 0 ? 1 : Math.min(5, 1 + Math.ceil((count / most) * 4));
            const name = city.regions.find((region) => region.code === code)?.name;
            return (
              <g key={code} className={`c${step}`}>
                <text className="d-n" x={x} y={y} style={{ fontSize: 13 * scale, strokeWidth: 4 * scale }}>
                  {name === undefined ? code : b(name).replace(/(区|县|市)$/, '')}
                </text>
                <text className="d-v" x={x} y={y + 16 * scale} style={{ fontSize: 12 * scale, strokeWidth: 4 * scale }}>
                  {numberOf(count)}
                  {change !== 0 && <tspan className="d-c"> {signed(change, numberOf)}</tspan>}
                </text>
              </g>
            );
          })}
        </g>
      </svg>
      <figcaption className="legend pb">
        <span>{t('few')}</span>
        {[1, 2, 3, 4, 5].map((step) => (
          <i key={step} style={{ background: `var(--seq-${step})` }} />
        ))}
        <span>{t('many')}</span>
        <span className="sp" />
        <span>{b(map.note)}</span>
      </figcaption>
    </figure>
  );
}
