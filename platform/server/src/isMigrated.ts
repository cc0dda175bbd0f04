import type { Sql } from '@yiwang/postgres';
import { serverMigrations } from './serverMigrations.ts';

/** Undefined when every package's migrations are there, else which are not. */
export async function isMigrated(sql: Sql): Promise<string | undefined> {
  const rows = await sql.query<{ owner: string }>(`SELECT DISTINCT owner FROM public.migration`);
  const there = new Set(rows.map(({ owner }) => owner));
  const missing = serverMigrations.filter(({ owner }) => !there.has(owner)).map(({ owner }) => owner);
  return missing.length === 0 ? undefined : `missing: ${missing.join(', ')}`;
}
