import { openDatabase, startEmbedded, type Database } from '@yiwang/postgres';

export interface PlatformDatabase {
  readonly db: Database;
  /** True on the database that comes along, false on one named by DATABASE_URL. */
  readonly embedded: boolean;
  close(): Promise<void>;
}

/** The database of DATABASE_URL, or the embedded one in a folder, started here and stopped by `close`. */
export async function openPlatformDatabase(folder: string): Promise<PlatformDatabase> {
  const url = process.env['DATABASE_URL'];
  if (url !== undefined && url !== '') {
    const db = openDatabase({ connection: url, size: 20 });
    return { db, embedded: false, close: () => db.close() };
  }
  const server = await startEmbedded({ folder });
  const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' }, size: 20 });
  return {
    db,
    embedded: true,
    async close() {
      await db.close();
      await server.stop();
    },
  };
}
