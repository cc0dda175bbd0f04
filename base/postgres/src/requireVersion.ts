import type pg from 'pg';
import { postgresFaults as faults } from './faults.ts';

/** The oldest PostgreSQL whose SQL we write, as server_version_num. */
const oldest = 150_000;

/** @throws postgres.tooOld for a server before PostgreSQL 15 */
export function requireVersion(versionNumber: number): void {
  if (versionNumber < oldest) throw faults.tooOld({ version: Math.floor(versionNumber / 10_000) });
}

/** Asks a new connection once for the server's version. */
export async function checkServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
  requireVersion(Number(rows[0]?.version));
}
