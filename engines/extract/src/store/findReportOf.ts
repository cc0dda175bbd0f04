import type { Sql } from '@yiwang/postgres';

/** The report of a text, by its hash; with `hasText` false its figures are known alone. Undefined where there is none. */
export async function findReportOf(
  sql: Sql,
  region: string,
  hash: string,
): Promise<{ readonly id: string; readonly hasText: boolean } | undefined> {
  const [found] = await sql.query<{ id: string; hasText: boolean }>(
    `SELECT id, text IS NOT NULL AS "hasText" FROM extract.report
     WHERE region = $1 AND hash = $2 AND withdrawn_at IS NULL`,
    [region, hash],
  );
  return found;
}
