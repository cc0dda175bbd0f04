import type { Sql } from '@yiwang/postgres';

/** Whether the report of a text was taken out and has not been dropped again since. */
export async function wasWithdrawn(sql: Sql, region: string, hash: string): Promise<boolean> {
  const [found] = await sql.query<{ withdrawn: boolean }>(
    `SELECT bool_and(withdrawn_at IS NOT NULL) AS withdrawn FROM extract.report WHERE region = $1 AND hash = $2
     HAVING count(*) > 0`,
    [region, hash],
  );
  return found?.withdrawn ?? false;
}
