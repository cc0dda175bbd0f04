import { existsSync } from 'node:fs';
import path from 'node:path';
import { findEmbedded, openDatabase } from '@yiwang/postgres';
import { serverMigrations } from '@yiwang/server';
import { cliFaults as faults } from './faults.ts';
import { openPlatformDatabase, type PlatformDatabase } from './openPlatformDatabase.ts';
import { root } from './runTool.ts';

/** `--data` of the commands that work on what is there. */
export const dataOption = {
  type: 'string',
  default: process.env['YIWANG_DATA'] ?? path.join(root, '.yiwang', 'data'),
} as const;

/**
 * The database that a platform has already: of DATABASE_URL; of the server that runs on the folder, beside its platform; or of
 * a server that is started here and stopped by `close`.
 * @throws cli.noData where nothing was ever started, cli.notMigrated where the tables of this version are not all there
 */
export async function reachPlatformDatabase(folder: string): Promise<PlatformDatabase> {
  const database = await reach(folder);
  try {
    const [made] = await database.db.query<{ made: boolean }>(
      `SELECT to_regclass('public.migration') IS NOT NULL AS made`,
    );
    const there = made?.made === true ? await database.db.query<{ owner: string }>(`SELECT owner FROM migration`) : [];
    const missing = serverMigrations.filter(({ owner }) => !there.some((row) => row.owner === owner));
    if (missing.length > 0) throw faults.notMigrated({ missing: missing.map(({ owner }) => owner).join(', ') });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function reach(folder: string): Promise<PlatformDatabase> {
  const url = process.env['DATABASE_URL'] ?? '';
  if (url !== '') return openPlatformDatabase(folder);
  if (!existsSync(path.join(folder, 'pg'))) throw faults.noData({ folder });
  const running = findEmbedded(folder);
  if (running === undefined) return openPlatformDatabase(folder);
  const db = openDatabase({ connection: { socket: running.socket, database: 'postgres' }, size: 4 });
  return Promise.resolve({ db, embedded: true, close: () => db.close() });
}
