import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';

/** Deletes sessions past their end and failures older than a day, so that both tables stay small. */
export async function sweepSessions(sql: Sql, clock: Clock): Promise<void> {
  const now = clock.now();
  await sql.execute(`DELETE FROM identity.session WHERE expires_at <= $1`, [now]);
  await sql.execute(`DELETE FROM identity.sign_in_failure WHERE failed_at <= $1 AND locked_until <= $2`, [
    new Date(now.getTime() - 86_400_000),
    now,
  ]);
}
