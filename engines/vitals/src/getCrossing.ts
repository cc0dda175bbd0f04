import type { Sql } from '@yiwang/postgres';
import { vitalsFaults as faults } from './faults.ts';
import type { Crossing } from './recordCrossings.ts';

/** One crossing by its id. @throws vitals.unknownCrossing */
export async function getCrossing(sql: Sql, region: string, id: string): Promise<Crossing> {
  const [found] = await sql.query<Crossing & object>(
    `SELECT region, id, indicator, thing, from_light AS "from", to_light AS "to", at, value FROM vitals.crossing
     WHERE region = $1 AND id = $2`,
    [region, id],
  );
  if (found === undefined) throw faults.unknownCrossing({ region, id });
  return found;
}
