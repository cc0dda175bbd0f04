import { uuidv7 } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { jobsFaults as faults } from './faults.ts';
import type { NewJob } from './job.ts';

/** The NOTIFY channel that workers listen on. */
export const channel = 'jobs';

/** Instant of a job that need not wait. It needs no clock, and such jobs of a queue run in the order of their ids. */
const atOnce = new Date(0);

const mostBytes = 64 * 1024;

function invalid(field: string, value: unknown): never {
  throw faults.jobInvalid({ field, value: String(value).slice(0, 100) });
}

function check(job: NewJob): void {
  if (!/^\d{6}$/.test(job.region)) invalid('region', job.region);
  if (!/^[a-z][a-z0-9.-]{0,99}$/i.test(job.queue)) invalid('queue', job.queue);
  const { key, runAt, maxAttempts = 10 } = job;
  if (key !== undefined && (key === '' || key.length > 500 || !key.isWellFormed() || key.includes('\0'))) {
    invalid('key', key);
  }
  if (runAt !== undefined && Number.isNaN(runAt.getTime())) invalid('runAt', runAt);
  if (!Number.isInteger(maxAttempts) || maxAttempts < 1 || maxAttempts > 100) invalid('maxAttempts', maxAttempts);
}

export function payloadText(queue: string, payload: unknown): string {
  const text: unknown = JSON.stringify(payload);
  if (typeof text !== 'string') throw faults.payloadNotJson({ queue, reason: typeof payload });
  if (/\\u0000|\\ud[89a-f]/.test(text.replaceAll('\\\\', ''))) {
    throw faults.payloadNotJson({ queue, reason: 'U+0000 or a lone surrogate' });
  }
  const bytes = Buffer.byteLength(text);
  if (bytes > mostBytes) throw faults.payloadTooLarge({ queue, bytes, most: mostBytes });
  return text;
}

/**
 * Puts jobs into their queues in the caller's transaction, in one statement, with one NOTIFY for all of them.
 * @returns the ids in the same order; undefined for a job whose key waits already.
 * @throws jobs.jobInvalid, jobs.payloadTooLarge, jobs.payloadNotJson: nothing was written then.
 */
export async function enqueueAll(sql: Sql, jobs: readonly NewJob[]): Promise<readonly (string | undefined)[]> {
  if (jobs.length === 0) return [];
  jobs.forEach(check);
  const ids = jobs.map(() => uuidv7());
  // A timer wakes nobody: workers look for what is next every second anyway.
  const due = jobs.some((job) => job.runAt === undefined);
  const rows = await sql.query<{ id: string }>(
    `WITH added AS (
       INSERT INTO jobs.job (region, id, queue, key, payload, run_at, max_attempts)
       SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::timestamptz[], $7::int[])
       ON CONFLICT (region, queue, key) WHERE key IS NOT NULL DO NOTHING
       RETURNING id),
     told AS (SELECT pg_notify('${channel}', '') WHERE $8)
     SELECT id FROM added LEFT JOIN told ON true`,
    [
      jobs.map((job) => job.region),
      ids,
      jobs.map((job) => job.queue),
      jobs.map((job) => job.key ?? null),
      jobs.map((job) => payloadText(job.queue, job.payload)),
      jobs.map((job) => job.runAt ?? atOnce),
      jobs.map((job) => job.maxAttempts ?? 10),
      due,
    ],
  );
  const added = new Set(rows.map((row) => row.id));
  return ids.map((id) => (added.has(id) ? id : undefined));
}

/** Puts one job into its queue in the caller's transaction; see enqueueAll. */
export async function enqueue(sql: Sql, job: NewJob): Promise<string | undefined> {
  return (await enqueueAll(sql, [job]))[0];
}
