import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { payloadText } from './enqueue.ts';
import type { Job } from './job.ts';

/** 2 s, 4 s, 8 s … at most 6 hours; ten attempts spread over half an hour, fifteen over nine hours. */
const firstSeconds = 2;
const mostSeconds = 6 * 3600;

/** Milliseconds before the next attempt: half of the doubled wait is fixed, half by chance, so that a herd spreads. */
export function backoffMilliseconds(attempt: number, chance: number): number {
  const seconds = Math.min(firstSeconds * 2 ** (attempt - 1), mostSeconds);
  return Math.round(seconds * 1000 * (0.5 + chance / 2));
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.toWellFormed().replaceAll('\0', '').slice(0, 2000);
}

/** What became of one attempt. */
export type Outcome = 'done' | 'retry' | 'dead';

/** Puts a job that failed back with a later time, or among the dead ones when that was its last attempt. */
export async function failJob(
  sql: Sql,
  clock: Clock,
  job: Job,
  error: unknown,
  chance: number,
): Promise<Exclude<Outcome, 'done'>> {
  const now = clock.now();
  const { region, id, queue, key = null, runAt, attempt, maxAttempts } = job;
  const payload = payloadText(queue, job.payload);
  if (attempt < maxAttempts) {
    const again = new Date(now.getTime() + backoffMilliseconds(attempt, chance));
    await sql.execute(
      `INSERT INTO jobs.job (region, id, queue, key, payload, run_at, attempts, max_attempts, last_error)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [region, id, queue, key, payload, again, attempt, maxAttempts, reasonOf(error)],
    );
    return 'retry';
  }
  await sql.execute(
    `INSERT INTO jobs.dead (region, id, queue, key, payload, run_at, attempts, max_attempts, last_error, died_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [region, id, queue, key, payload, runAt, attempt, maxAttempts, reasonOf(error), now],
  );
  return 'dead';
}
