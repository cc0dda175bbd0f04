import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';

/** Decides, once, when a data folder is made, that it is a drill. A folder that was made otherwise never becomes one. */
export async function decideInstallation(sql: Sql, clock: Clock, kind: 'demo' | 'real'): Promise<void> {
  await sql.execute(
    `INSERT INTO identity.installation (fact, value, decided_at) VALUES ('kind', $1, $2) ON CONFLICT DO NOTHING`,
    [kind, clock.now()],
  );
}

export async function isDemoInstallation(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ value: string }>(`SELECT value FROM identity.installation WHERE fact = 'kind'`);
  return row?.value === 'demo';
}
