import type { Observation } from './observation.ts';

/**
 * Columns as PostgreSQL array literals. Made by hand because nothing in them needs quotes (codes, UUIDs, numbers were
 * checked at the door), and the driver's own array writer costs more than the insert.
 */
export function observationArrays(observations: readonly Observation[]): readonly string[] {
  const regions: string[] = [];
  const datastreams: string[] = [];
  const times: number[] = [];
  const results: number[] = [];
  for (const { region, datastream, phenomenonTime, result } of observations) {
    regions.push(region);
    datastreams.push(datastream);
    times.push(phenomenonTime.getTime());
    results.push(result);
  }
  return [regions, datastreams, times, results].map((column) => `{${column.join(',')}}`);
}

/** The rows that `observationArrays` gives as $1 to $4. Times travel as milliseconds and come out exact. */
export const observationRows = `
  SELECT region, datastream, timestamptz 'epoch' + ms * interval '1 millisecond' AS phenomenon_time, result
  FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::double precision[]) AS given (region, datastream, ms, result)`;
