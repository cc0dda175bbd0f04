import type { Sql } from '@yiwang/postgres';
import { headColumns, type ReportHead } from './storedReport.ts';

/** The most that a list holds; a city gives one report a year. */
const most = 500;

/** The reports of a region, newest year first. */
export async function findReports(sql: Sql, region: string): Promise<readonly ReportHead[]> {
  return sql.query<ReportHead>(
    `SELECT ${headColumns} FROM extract.report WHERE region = $1 AND withdrawn_at IS NULL
     ORDER BY year DESC NULLS LAST, added_at DESC, id LIMIT $2`,
    [region, most],
  );
}
