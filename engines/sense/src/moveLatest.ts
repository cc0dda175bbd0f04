import type { Sql } from '@yiwang/postgres';
import type { LatestChange, Observation } from './observation.ts';
import { observationArrays, observationRows } from './observationArrays.ts';

/**
 * Moves the newest value of each datastream forward; a late one changes nothing. Gives what moved.
 * @param sorted by key, so that concurrent batches lock rows in one order
 */
export async function moveLatest(
  tx: Sql,
  sorted: readonly Observation[],
  receivedAt: Date,
): Promise<readonly LatestChange[]> {
  const newest = new Map<string, Observation>();
  for (const observation of sorted) newest.set(`${observation.region}/${observation.datastream}`, observation);
  return tx.query<LatestChange & object>(
    `WITH moved AS (
       INSERT INTO sense.latest AS known (region, datastream, phenomenon_time, result, received_at)
       SELECT region, datastream, phenomenon_time, result, $5 FROM (${observationRows}) AS row
       ON CONFLICT (region, datastream) DO UPDATE
         SET phenomenon_time = excluded.phenomenon_time, result = excluded.result, received_at = excluded.received_at
         WHERE known.phenomenon_time < excluded.phenomenon_time
       RETURNING region, datastream, phenomenon_time, result)
     SELECT moved.region, moved.datastream, d.thing, d.observed_property AS "observedProperty",
            moved.phenomenon_time AS "phenomenonTime", moved.result
     FROM moved JOIN sense.datastream d ON d.region = moved.region AND d.id = moved.datastream`,
    [...observationArrays([...newest.values()]), receivedAt],
  );
}
