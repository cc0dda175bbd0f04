import type { Sql } from '@yiwang/postgres';

/**
 * Takes a waiting job out by its key, in the caller's transaction. Where a handler has just taken it, this waits for its
 * end; false then if it was done.
 */
export async function cancelJob(sql: Sql, region: string, queue: string, key: string): Promise<boolean> {
  return (await cancelJobs(sql, region, queue, [key])) > 0;
}

/** Takes out many at once. @returns how many were there */
export async function cancelJobs(sql: Sql, region: string, queue: string, keys: readonly string[]): Promise<number> {
  return sql.execute(`DELETE FROM jobs.job WHERE region = $1 AND queue = $2 AND key = ANY ($3)`, [region, queue, keys]);
}
