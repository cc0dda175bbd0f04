import type { Sql } from '@yiwang/postgres';

/** The stored values of a datastream in a span of time, oldest first; `most` rows at the most. */
export async function findObservations(
  sql: Sql,
  { region, datastream, from, to, most = 10_000 }: ObservationQuery,
): Promise<readonly { readonly phenomenonTime: Date; readonly result: number }[]> {
  return sql.query<{ phenomenonTime: Date; result: number }>(
    `SELECT phenomenon_time AS "phenomenonTime", result FROM sense.observation
     WHERE region = $1 AND datastream = $2 AND phenomenon_time >= $3 AND phenomenon_time < $4
     ORDER BY phenomenon_time LIMIT $5`,
    [region, datastream, from, to, most],
  );
}

export interface ObservationQuery {
  readonly region: string;
  readonly datastream: string;
  readonly from: Date;
  readonly to: Date;
  readonly most?: number;
}
