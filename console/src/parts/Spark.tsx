import type { ReactElement } from 'react';
import type { Sign } from '@yiwang/contract';
import { LightMark } from './Light.tsx';

const width = 156;
const height = 44;
const right = 150;

/** Band grey, target accent, measured solid, now a shape by its light. Gaps where nothing was measured stay gaps. */
export function Spark(props: { readonly sign: Sign }): ReactElement {
  const { spark, band, target, light } = props.sign;
  const measured = spark.filter((value) => value !== null);
  const marks = [...measured, ...(target === undefined ? [] : [target.value])];
  for (const edge of [band.low, band.high]) if (edge !== null) marks.push(edge);
  const low = Math.min(...marks);
  const high = Math.max(...marks);
  const y = (value: number): number => (high === low ? height / 2 : 3 + ((high - value) / (high - low)) * (height - 6));
  const x = (index: number): number => (spark.length < 2 ? right : (index / (spark.length - 1)) * right);
  let path = '';
  let pen = 'M';
  for (const [index, value] of spark.entries()) {
    if (value !== null) path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = value === null ? 'M' : 'L';
  }
  const top = band.high === null ? 0 : y(band.high);
  const bottom = band.low === null ? height : y(band.low);
  const last = spark.at(-1) ?? null;
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {(band.low !== null || band.high !== null) && (
        <rect className="m-band" x="0" y={top} width={width} height={Math.max(1, bottom - top)} />
      )}
      {target !== undefined && <path className="m-target" d={`M0 ${y(target.value)}H${width}`} />}
      <path className="m-value" d={path} vectorEffect="non-scaling-stroke" />
      {last !== null && <LightMark light={light} x={right} y={y(last)} />}
    </svg>
  );
}
