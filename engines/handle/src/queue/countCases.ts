import type { Sql } from '@yiwang/postgres';
import { caseConditions, textCondition, type CaseFilter } from './caseFilter.ts';

export interface CaseCount {
  readonly total: number;
  /** There are more: it was not counted on, for nobody reads past there and a million would take long. */
  readonly more: boolean;
}

/** How many cases a filter finds, counted up to `most`. */
export async function countCases(sql: Sql, now: Date, filter: CaseFilter, most = 1_000): Promise<CaseCount> {
  const values: unknown[] = [now];
  const where = [caseConditions(filter, values), textCondition(filter, values) ?? 'true'].join(' AND ');
  const [row] = await sql.query<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM handle."case" c WHERE ${where} AND $1::timestamptz IS NOT NULL
       LIMIT $${values.push(most + 1)}) s`,
    values,
  );
  const n = row?.n ?? 0;
  return { total: Math.min(n, most), more: n > most };
}
