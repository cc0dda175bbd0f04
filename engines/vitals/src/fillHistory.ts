import type { Sql } from '@yiwang/postgres';
import type { Change } from './byIndicator.ts';
import { historyOf } from './historyOf.ts';
import type { Indicator } from './indicator.ts';

/** A PostgreSQL array literal of codes, UUIDs and numbers, none of which needs quotes. */
function column(values: readonly (string | number)[]): string {
  return `{${values.join(',')}}`;
}

/**
 * Writes the samples of a past that came at once (a backfill, an imported file), for sparklines and the time slider. It
 * moves no sign and makes no crossing; samples that are there already stay.
 */
export async function fillHistory(
  tx: Sql,
  indicators: readonly Indicator[],
  changes: readonly Change[],
): Promise<void> {
  const { samples, points } = historyOf(indicators, changes);
  const time = (field: string): string => `timestamptz 'epoch' + ${field} * interval '1 millisecond'`;
  await tx.execute(
    `INSERT INTO vitals.point_sample (region, indicator, thing, minute, value, at, light)
     SELECT region, indicator, thing, ${time('minute')}, value, ${time('at')}, light
     FROM unnest($1::text[], $2::text[], $3::uuid[], $4::bigint[], $5::float8[], $6::bigint[], $7::text[])
       AS given (region, indicator, thing, minute, value, at, light)
     ON CONFLICT (region, indicator, thing, minute) DO NOTHING`,
    [
      column(points.map(({ region }) => region)),
      column(points.map(({ indicator }) => indicator)),
      column(points.map(({ thing }) => thing)),
      column(points.map(({ minute }) => minute)),
      column(points.map(({ value }) => value)),
      column(points.map(({ at }) => at)),
      column(points.map(({ light }) => light)),
    ],
  );
  await tx.execute(
    `INSERT INTO vitals.sample (region, indicator, minute, size, total, lowest, highest, last, last_at, light,
                                worst_region, worst_thing)
     SELECT region, indicator, ${time('minute')}, size, total, lowest, highest, last, ${time('at')}, light,
            worst_region, worst_thing
     FROM unnest($1::text[], $2::text[], $3::bigint[], $4::int[], $5::float8[], $6::float8[], $7::float8[],
                 $8::float8[], $9::bigint[], $10::text[], $11::text[], $12::uuid[])
       AS given (region, indicator, minute, size, total, lowest, highest, last, at, light, worst_region, worst_thing)
     ON CONFLICT (region, indicator, minute) DO NOTHING`,
    [
      column(samples.map(({ region }) => region)),
      column(samples.map(({ indicator }) => indicator)),
      column(samples.map(({ minute }) => minute)),
      column(samples.map(({ size }) => size)),
      column(samples.map(({ total }) => total)),
      column(samples.map(({ lowest }) => lowest)),
      column(samples.map(({ highest }) => highest)),
      column(samples.map(({ last }) => last)),
      column(samples.map(({ at }) => at)),
      column(samples.map(({ light }) => light)),
      column(samples.map(({ worst }) => worst.region)),
      column(samples.map(({ worst }) => worst.thing)),
    ],
  );
}
