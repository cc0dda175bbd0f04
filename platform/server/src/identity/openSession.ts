import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Database } from '@yiwang/postgres';
import { hashOfToken, newToken } from './token.ts';
import type { SignedIn } from './principal.ts';

/** A shift with its hand-over. */
export const sessionHours = 12;

/** Opens a session and leaves its entry in the same commit. Gives the token, which is stored nowhere. */
export async function openSession(
  db: Database,
  clock: Clock,
  who: SignedIn,
  way: 'password' | 'demo',
): Promise<string> {
  const token = newToken();
  const now = clock.now();
  const expires = new Date(now.getTime() + sessionHours * 3_600_000);
  await db.transaction(async (tx) => {
    await tx.execute(
      `INSERT INTO identity.session (token_hash, account, opened_at, seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)`,
      [hashOfToken(token), who.account, now, expires],
    );
    await tx.execute(`DELETE FROM identity.sign_in_failure WHERE account = $1`, [who.account]);
    await appendEntries(tx, clock, [
      {
        region: who.region,
        kind: 'session.opened',
        actor: `account:${who.account}`,
        subject: `account:${who.account}`,
        body: { way },
      },
    ]);
  });
  return token;
}
