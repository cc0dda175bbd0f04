import type { Sql } from '@yiwang/postgres';

const steps = 24;
const stepMinutes = 5;

/** The last two hours of each sign of a region in 24 equal steps, oldest first, by indicator: one query for all of them. */
export async function findSparks(
  sql: Sql,
  region: string,
  until: Date,
): Promise<ReadonlyMap<string, readonly (number | null)[]>> {
  const from = new Date(until.getTime() - steps * stepMinutes * 60_000);
  const rows = await sql.query<{ indicator: string; place: number; mean: number }>(
    `SELECT indicator, floor(extract(epoch FROM minute - $2::timestamptz) / $4)::int AS place,
            sum(total) / sum(size) AS mean
     FROM vitals.sample WHERE region = $1 AND minute > $2 AND minute <= $3
     GROUP BY indicator, place`,
    [region, from, until, stepMinutes * 60],
  );
  const sparks = new Map<string, (number | null)[]>();
  for (const { indicator, place, mean } of rows) {
    const spark = sparks.get(indicator) ?? Array.from<null>({ length: steps }).fill(null);
    spark[Math.min(place, steps - 1)] = mean;
    sparks.set(indicator, spark);
  }
  return sparks;
}

export const emptySpark: readonly null[] = Array.from<null>({ length: steps }).fill(null);
