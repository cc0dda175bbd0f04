import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import type { SignedIn } from './principal.ts';
import { hashOfToken } from './token.ts';

const idleMinutes = 120;

/** The account of a session that is open, not idle for two hours, and not disabled meanwhile. */
export async function findSession(sql: Sql, clock: Clock, token: string): Promise<SignedIn | undefined> {
  if (token.length !== 43) return undefined;
  const now = clock.now();
  const hash = hashOfToken(token);
  const [row] = await sql.query<SignedIn & { seen_at: Date }>(
    `SELECT s.account, a.roles, a.region, a.organisation, s.seen_at
     FROM identity.session s JOIN identity.account a ON a.number = s.account
     WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3 AND NOT a.disabled`,
    [hash, now, new Date(now.getTime() - idleMinutes * 60_000)],
  );
  if (row === undefined) return undefined;
  // A write a minute, not one a request.
  if (now.getTime() - row.seen_at.getTime() > 60_000) {
    await sql.execute(`UPDATE identity.session SET seen_at = $2 WHERE token_hash = $1`, [hash, now]);
  }
  return { account: row.account, roles: row.roles, region: row.region, organisation: row.organisation };
}
