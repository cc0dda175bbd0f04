import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';
import { channel, payloadText } from './enqueue.ts';
import { jobsFaults as faults } from './faults.ts';
import type { JsonValue } from './job.ts';

/** A job that failed for good and waits for a person. */
export interface DeadJob {
  readonly region: string;
  readonly id: string;
  readonly queue: string;
  readonly key: string | null;
  readonly payload: JsonValue;
  readonly attempts: number;
  readonly lastError: string;
  readonly diedAt: Date;
}

/** Dead jobs that nobody has decided on, oldest first. */
export async function listDead(
  sql: Sql,
  query: { readonly region: string; readonly queue?: string; readonly after?: string; readonly limit?: number },
): Promise<readonly DeadJob[]> {
  return sql.query<DeadJob>(
    `SELECT region, id, queue, key, payload, attempts, last_error AS "lastError", died_at AS "diedAt"
     FROM jobs.dead WHERE region = $1 AND discarded_at IS NULL
       AND ($2::text IS NULL OR queue = $2) AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
    [query.region, query.queue ?? null, query.after ?? null, Math.min(query.limit ?? 100, 1000)],
  );
}

/**
 * Puts a dead job back, at once and with all its attempts, with another payload where one is given.
 * @throws jobs.deadUnknown, jobs.keyTaken when a newer job with its key waits, jobs.payloadTooLarge, jobs.payloadNotJson
 */
export async function retryDead(
  sql: Sql,
  region: string,
  id: string,
  change: { readonly payload?: JsonValue } = {},
): Promise<void> {
  const [dead] = await sql.query<{ queue: string; key: string | null }>(
    `SELECT queue, key FROM jobs.dead WHERE region = $1 AND id = $2 AND discarded_at IS NULL`,
    [region, id],
  );
  if (dead === undefined) throw faults.deadUnknown({ region, id });
  const payload = change.payload === undefined ? null : payloadText(dead.queue, change.payload);
  // The insert decides: where the key waits it adds nothing, and then nothing is deleted.
  const back = await sql.query(
    `WITH back AS (
       INSERT INTO jobs.job (region, id, queue, key, payload, run_at, max_attempts)
       SELECT region, id, queue, key, coalesce($3::jsonb, payload), 'epoch', max_attempts
       FROM jobs.dead WHERE region = $1 AND id = $2 AND discarded_at IS NULL
       ON CONFLICT DO NOTHING RETURNING region, id),
     gone AS (DELETE FROM jobs.dead d USING back WHERE d.region = $1 AND d.id = back.id)
     SELECT pg_notify('${channel}', '') FROM back`,
    [region, id, payload],
  );
  if (back.length === 0) throw faults.keyTaken({ queue: dead.queue, key: dead.key ?? '' });
}

/** Decides that a dead job will not be done; it stays, with who and why. @throws jobs.deadUnknown */
export async function discardDead(
  sql: Sql,
  clock: Clock,
  region: string,
  id: string,
  decision: { readonly by: string; readonly because: string },
): Promise<void> {
  const done = await sql.execute(
    `UPDATE jobs.dead SET discarded_at = $3, discarded_by = $4, discarded_because = $5
     WHERE region = $1 AND id = $2 AND discarded_at IS NULL`,
    [region, id, clock.now(), decision.by, decision.because],
  );
  if (done === 0) throw faults.deadUnknown({ region, id });
}
