import type { QueueView } from '@yiwang/contract';
import type { Sql, Transaction } from '@yiwang/postgres';
import { serverFaults as faults } from '../faults.ts';

const most = 20;

/** The views that an account keeps, in the order of their names. */
export async function findViews(sql: Sql, account: string): Promise<readonly QueueView[]> {
  return sql.query<QueueView & object>(
    'SELECT name, filters FROM identity.saved_view WHERE account = $1 ORDER BY name',
    [account],
  );
}

/** Keeps a view; one of the same name is replaced. @throws server.tooManyViews past 20 */
export async function keepView(tx: Transaction, at: Date, account: string, view: QueueView): Promise<void> {
  // one after the other for an account, so that two windows don't both save the last
  await tx.query('SELECT 1 FROM identity.account WHERE number = $1 FOR UPDATE', [account]);
  await tx.execute(
    `INSERT INTO identity.saved_view (account, name, filters, saved_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account, name) DO UPDATE SET filters = EXCLUDED.filters, saved_at = EXCLUDED.saved_at`,
    [account, view.name, JSON.stringify(view.filters), at],
  );
  const kept = await findViews(tx, account);
  if (kept.length > most) throw faults.tooManyViews({ most });
}

/** Forgets a view; one that is not there is forgotten already. */
export async function dropView(sql: Sql, account: string, name: string): Promise<void> {
  await sql.execute('DELETE FROM identity.saved_view WHERE account = $1 AND name = $2', [account, name]);
}
