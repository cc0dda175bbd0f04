import type { Sql } from '@yiwang/postgres';
import { lightSql, type Light } from '../light.ts';
import { caseConditions, textCondition, type CaseFilter } from './caseFilter.ts';

/** How many cases show each light, of those that `filter` finds; one pass over stored times. */
export async function countByLight(sql: Sql, now: Date, filter: CaseFilter): Promise<Readonly<Record<Light, number>>> {
  const values: unknown[] = [now];
  const where = [caseConditions(filter, values), textCondition(filter, values) ?? 'true'].join(' AND ');
  const rows = await sql.query<{ light: Light; n: number }>(
    `SELECT light, count(*) AS n FROM (SELECT ${lightSql('c', '$1')} AS light FROM handle."case" c WHERE ${where}) s GROUP BY light`,
    values,
  );
  const of = (light: Light) => rows.find((row) => row.light === light)?.n ?? 0;
  return { ok: of('ok'), due: of('due'), over: of('over') };
}
