import type { Sql } from '@yiwang/postgres';
import type { IndicatorChange } from './byIndicator.ts';
import type { Light } from './indicator.ts';
import { lightOf, severityOf } from './lightOf.ts';
import { minuteOf } from './minuteOf.ts';

/** A change that was newer than what was known, with the light before and after it. */
export interface MovedPoint extends IndicatorChange {
  readonly before: Light;
  readonly light: Exclude<Light, 'unknown'>;
}

interface PointBefore {
  readonly region: string;
  readonly indicator: string;
  readonly thing: string;
  readonly at: Date;
  readonly light: Light;
  readonly since: Date;
}

/** Moves the points of things forward and keeps the minute's last value of each; late changes fall out. */
export async function movePoints(tx: Sql, changes: readonly IndicatorChange[]): Promise<readonly MovedPoint[]> {
  const rows = await tx.query<PointBefore & object>(
    `SELECT region, indicator, thing, at, light, since FROM vitals.point
     JOIN unnest($1::text[], $2::text[], $3::uuid[]) AS changed (region, indicator, thing)
       USING (region, indicator, thing)`,
    [
      changes.map(({ region }) => region),
      changes.map(({ indicator }) => indicator.code),
      changes.map(({ thing }) => thing),
    ],
  );
  const known = new Map(rows.map((row) => [`${row.region}/${row.indicator}/${row.thing}`, row]));
  const moved: (MovedPoint & { since: Date })[] = [];
  for (const change of changes) {
    const point = known.get(`${change.region}/${change.indicator.code}/${change.thing}`);
    if (point !== undefined && change.at <= point.at) continue;
    const before = point?.light ?? 'unknown';
    const light = lightOf(change.indicator, change.value, before);
    const since = point !== undefined && light === before ? point.since : change.at;
    moved.push({ ...change, before, light, since });
  }
  if (moved.length > 0) await writePoints(tx, moved);
  return moved;
}

async function writePoints(tx: Sql, moved: readonly (MovedPoint & { since: Date })[]): Promise<void> {
  await tx.execute(
    `WITH given AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[], $5::float8[], $6::text[],
                            $7::timestamptz[], $8::float8[], $9::timestamptz[])
         AS given (region, indicator, thing, at, value, light, since, severity, minute)),
     sampled AS (
       INSERT INTO vitals.point_sample (region, indicator, thing, minute, value, at, light)
       SELECT region, indicator, thing, minute, value, at, light FROM given
       ON CONFLICT (region, indicator, thing, minute) DO UPDATE
         SET value = excluded.value, at = excluded.at, light = excluded.light)
     INSERT INTO vitals.point (region, indicator, thing, at, value, light, since, severity)
     SELECT region, indicator, thing, at, value, light, since, severity FROM given
     ON CONFLICT (region, indicator, thing) DO UPDATE
       SET at = excluded.at, value = excluded.value, light = excluded.light, since = excluded.since,
           severity = excluded.severity`,
    [
      moved.map(({ region }) => region),
      moved.map(({ indicator }) => indicator.code),
      moved.map(({ thing }) => thing),
      moved.map(({ at }) => at),
      moved.map(({ value }) => value),
      moved.map(({ light }) => light),
      moved.map(({ since }) => since),
      moved.map(({ indicator, value }) => severityOf(indicator, value)),
      moved.map(({ at }) => minuteOf(at)),
    ],
  );
}
