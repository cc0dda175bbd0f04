import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Database } from '@yiwang/postgres';
import type { SignedIn } from './principal.ts';
import { hashOfToken } from './token.ts';

/** Ends a session; a second call finds nothing to end and leaves no entry. */
export async function closeSession(db: Database, clock: Clock, who: SignedIn, token: string): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx.execute(`DELETE FROM identity.session WHERE token_hash = $1`, [hashOfToken(token)]);
    if (ended === 0) return;
    await appendEntries(tx, clock, [
      {
        region: who.region,
        kind: 'session.closed',
        actor: `account:${who.account}`,
        subject: `account:${who.account}`,
        body: {},
      },
    ]);
  });
}
