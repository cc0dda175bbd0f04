import type { Sql } from '@yiwang/postgres';

export interface SeriesPoint {
  /** Start of the step. */
  readonly at: Date;
  /** Null where nothing was known. */
  readonly mean: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** A sign's course in equal steps, oldest first; steps shorter than a minute show the samples with gaps between them. */
export async function findSeries(
  sql: Sql,
  region: string,
  indicator: string,
  from: Date,
  to: Date,
  points: number,
): Promise<readonly SeriesPoint[]> {
  const step = (to.getTime() - from.getTime()) / points;
  const rows = await sql.query<{ place: number; mean: number; min: number; max: number }>(
    `SELECT floor(extract(epoch FROM minute - $3::timestamptz) * 1000 / $5)::int AS place,
            sum(total) / sum(size) AS mean, min(lowest) AS min, max(highest) AS max
     FROM vitals.sample WHERE region = $1 AND indicator = $2 AND minute >= $3 AND minute < $4
     GROUP BY place`,
    [region, indicator, from, to, step],
  );
  const found = new Map(rows.map((row) => [row.place, row]));
  return Array.from({ length: points }, (_, place) => {
    const row = found.get(place);
    const at = new Date(from.getTime() + place * step);
    return { at, mean: row?.mean ?? null, min: row?.min ?? null, max: row?.max ?? null };
  });
}
