import type { Sql } from '@yiwang/postgres';
import { writeChanges, type Changes } from './changes.ts';

export const liveChannel = 'yiwang_live';

/**
 * Tells all servers on this database what changed, when the transaction commits. Once a batch, never once a row:
 * a notification an insert halves the rate of inserts.
 */
export async function notifyChanges(tx: Sql, changes: Partial<Changes>): Promise<void> {
  const payloads = writeChanges(changes);
  if (payloads.length === 0) return;
  await tx.query(`SELECT pg_notify($1, payload) FROM unnest($2::text[]) payload`, [liveChannel, payloads]);
}
