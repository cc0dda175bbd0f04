import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';

const freeFailures = 5;
const longestLockSeconds = 900;

/** 0 for the first four failures, then 30 s, doubling up to a quarter of an hour. */
export function lockSecondsAfter(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(longestLockSeconds, 30 * 2 ** Math.min(10, failures - freeFailures));
}

/** Seconds until sign-in opens again; 0 when it is open. Failures of unknown numbers count too. */
export async function lockedSeconds(sql: Sql, clock: Clock, account: string): Promise<number> {
  const [row] = await sql.query<{ locked_until: Date }>(
    `SELECT locked_until FROM identity.sign_in_failure WHERE account = $1`,
    [account],
  );
  if (row === undefined) return 0;
  return Math.max(0, Math.ceil((row.locked_until.getTime() - clock.now().getTime()) / 1000));
}

/** Counts one more failure; two at once both count. */
export async function recordFailure(sql: Sql, clock: Clock, account: string): Promise<void> {
  const now = clock.now();
  const [row] = await sql.query<{ failures: number }>(
    `INSERT INTO identity.sign_in_failure AS f (account, failures, failed_at, locked_until) VALUES ($1, 1, $2, $2)
     ON CONFLICT (account) DO UPDATE SET failures = f.failures + 1, failed_at = $2
     RETURNING failures`,
    [account, now],
  );
  const seconds = lockSecondsAfter(row?.failures ?? 1);
  if (seconds === 0) return;
  await sql.execute(`UPDATE identity.sign_in_failure SET locked_until = $2 WHERE account = $1`, [
    account,
    new Date(now.getTime() + seconds * 1000),
  ]);
}
