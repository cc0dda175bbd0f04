import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { serverFaults as faults } from '../faults.ts';
import { isPassword, nobodysHash } from './passwordHash.ts';
import type { SignedIn } from './principal.ts';
import { lockedSeconds, recordFailure } from './signInFailures.ts';

/** Each hash takes 16 MiB and a core's 50 ms: more at once would only starve the rest of the server. */
const mostAtOnce = 4;
let running = 0;

/**
 * The account of a number and its password.
 * @throws server.wrongSignIn, server.lockedOut, server.busy
 */
export async function checkPassword(sql: Sql, clock: Clock, account: string, password: string): Promise<SignedIn> {
  const seconds = await lockedSeconds(sql, clock, account);
  if (seconds > 0) throw faults.lockedOut({ seconds });
  if (running >= mostAtOnce) throw faults.busy();
  const [row] = await sql.query<SignedIn & { password_hash: string }>(
    `SELECT number AS account, password_hash, roles, region, organisation
     FROM identity.account WHERE number = $1 AND NOT disabled`,
    [account],
  );
  running += 1;
  let right: boolean;
  try {
    right = await isPassword(password, row?.password_hash ?? nobodysHash);
  } finally {
    running -= 1;
  }
  if (row === undefined || !right) {
    await recordFailure(sql, clock, account);
    throw faults.wrongSignIn();
  }
  return { account: row.account, roles: row.roles, region: row.region, organisation: row.organisation };
}
