import type { ReactElement } from 'react';
import type { Sign, SignSeries } from '@yiwang/contract';
import type { Static } from 'typebox';
import { LightMark } from '../parts/Light.tsx';
import { timeOf } from '../words/format.ts';

const width = 1000;
const height = 280;
const left = 56;
const bottom = 248;

/** Band grey, target accent, mean solid, least to greatest as a faint fan. */
export function SeriesChart(props: {
  readonly sign: Sign;
  readonly points: Static<typeof SignSeries>['points'];
  readonly from: string;
  readonly to: string;
  readonly label: string;
}): ReactElement {
  const { sign, points } = props;
  const { band, target } = sign;
  const from = Date.parse(props.from);
  const to = Date.parse(props.to);
  const values = points.flatMap((point) => [point.min, point.max]);
  for (const edge of [band.low, band.high, target?.value ?? null]) if (edge !== null) values.push(edge);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = most === least ? 1 : (most - least) * 0.08;
  const x = (at: number): number => left + ((at - from) / (to - from)) * (width - left - 12);
  const y = (value: number): number => bottom - ((value - least + room) / (most - least + 2 * room)) * (bottom - 8);
  const line = (read: (point: (typeof points)[number]) => number): string =>
    points.map((point) => `${x(Date.parse(point.at)).toFixed(1)} ${y(read(point)).toFixed(1)}`).join('L');
  const fan = `M${line((point) => point.max)}L${points
    .toReversed()
    .map((point) => `${x(Date.parse(point.at)).toFixed(1)} ${y(point.min).toFixed(1)}`)
    .join('L')}Z`;
  const top = band.high === null ? 8 : y(band.high);
  const floor = band.low === null ? bottom : y(band.low);
  const last = points.at(-1);
  return (
    <figure aria-label={props.label}>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {(band.low !== null || band.high !== null) && (
          <rect className="m-band" x={left} y={top} width={width - left - 12} height={Math.max(1, floor - top)} />
        )}
        {[0, 0.5, 1].map((share) => {
          const value = least + (most - least) * share;
          return (
            <g key={share}>
              <path className="m-ax" d={`M${left} ${y(value)}H${width - 12}`} />
              <text className="m-t end" x={left - 8} y={y(value) + 4}>
                {value.toFixed(sign.decimals)}
              </text>
            </g>
          );
        })}
        {target !== undefined && <path className="m-target" d={`M${left} ${y(target.value)}H${width - 12}`} />}
        <path className="m-fan" d={fan} />
        <path className="m-value" d={`M${line((point) => point.mean)}`} />
        {last !== undefined && <LightMark light={sign.light} x={x(Date.parse(last.at))} y={y(last.mean)} />}
        <path className="m-ax2" d={`M${left} ${bottom}H${width - 12}`} />
        {[0, 6, 12, 18, 24].map((hour) => {
          const at = from + hour * 3_600_000;
          return (
            <text
              key={hour}
              className={hour === 24 ? 'm-t end' : hour === 0 ? 'm-t' : 'm-t mid'}
              x={x(at)}
              y={bottom + 20}
            >
              {timeOf(new Date(at).toISOString())}
            </text>
          );
        })}
      </svg>
    </figure>
  );
}
