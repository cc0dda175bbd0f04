import type { Sql } from '@yiwang/postgres';

/**
 * Takes a waiting job out by its key, in the caller's transaction. Where a handler has just taken it, this waits for its
 * end; false then if it was done.
 */
export async function cancelJob(sql: Sql, region: string, queue: string, key: string): Promise<boolean> {
  const gone = await sql.execute(`DELETE FROM jobs.job WHERE region = $1 AND queue = $2 AND key = $3`, [
    region,
    queue,
    key,
  ]);
  return gone > 0;
}
