import type { Sql } from '@yiwang/postgres';
import type { Crossing } from './recordCrossings.ts';
import { regionPattern } from './regions.ts';

/** Who left the band or came back in a span of time, newest first: of a district, or of a whole city by its own code. */
export async function findCrossings(
  sql: Sql,
  region: string,
  from: Date,
  to: Date,
  most = 200,
): Promise<readonly Crossing[]> {
  return sql.query<Crossing & object>(
    `SELECT region, id, indicator, thing, from_light AS "from", to_light AS "to", at, value FROM vitals.crossing
     WHERE region LIKE $1 AND at >= $2 AND at < $3 ORDER BY at DESC, id DESC LIMIT $4`,
    [regionPattern(region), from, to, most],
  );
}
