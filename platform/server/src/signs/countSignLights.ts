import type { LightCounts } from '@yiwang/contract';
import type { Sql } from '@yiwang/postgres';

/** How many signs of each region have which light, now or at the end of a past minute; the silent ones are in none. */
export async function countSignLights(
  sql: Sql,
  regions: readonly string[],
  now: Date,
  at: Date | undefined,
): Promise<ReadonlyMap<string, LightCounts>> {
  const state =
    at === undefined
      ? `SELECT region, light FROM vitals.sign
         WHERE region = ANY($1) AND at > $2::timestamptz - silent_minutes * interval '1 minute'`
      : `SELECT s.region, past.light FROM vitals.sign s, LATERAL (
           SELECT light, last_at FROM vitals.sample
           WHERE sample.region = s.region AND sample.indicator = s.indicator AND sample.minute <= $2
           ORDER BY minute DESC LIMIT 1) past
         WHERE s.region = ANY($1) AND past.last_at > $2::timestamptz - s.silent_minutes * interval '1 minute'`;
  const rows = await sql.query<{ region: string; ok: number; due: number; over: number }>(
    `SELECT region, count(*) FILTER (WHERE light = 'ok') AS ok, count(*) FILTER (WHERE light = 'due') AS due,
            count(*) FILTER (WHERE light = 'over') AS over
     FROM (${state}) state GROUP BY region`,
    [regions, at ?? now],
  );
  return new Map(rows.map(({ region, ...counts }) => [region, counts]));
}
