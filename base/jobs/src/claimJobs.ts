import type { Sql } from '@yiwang/postgres';
import type { Job, JsonValue } from './job.ts';

/** A queue of one region. */
export interface Lane {
  readonly region: string;
  readonly queue: string;
}

interface ClaimedRow extends Lane {
  readonly id: string;
  readonly key: string | null;
  readonly payload: JsonValue;
  readonly runAt: Date;
  readonly attempt: number;
  readonly maxAttempts: number;
}

/** Lanes that have due work, the longest waiting first, seen through the 1000 longest waiting jobs. */
export async function dueLanes(sql: Sql, queues: readonly string[], now: Date): Promise<Lane[]> {
  return sql.query<Lane>(
    `SELECT region, queue FROM (
       SELECT region, queue, run_at FROM jobs.job WHERE run_at <= $1 AND queue = ANY ($2) ORDER BY run_at LIMIT 1000) AS due
     GROUP BY region, queue ORDER BY min(run_at), region, queue`,
    [now, queues],
  );
}

/** When the next job of these queues is due; undefined when none waits. */
export async function nextRunAt(sql: Sql, queues: readonly string[]): Promise<Date | undefined> {
  const [row] = await sql.query<{ at: Date }>(
    `SELECT run_at AS at FROM jobs.job WHERE queue = ANY ($1) ORDER BY run_at LIMIT 1`,
    [queues],
  );
  return row?.at;
}

/**
 * Takes due jobs of one lane that nobody else has taken, by deleting them in the handler's transaction: they are done when
 * it commits and back when it does not.
 */
export async function claimJobs(tx: Sql, lane: Lane, now: Date, most: number): Promise<Job[]> {
  const rows = await tx.query<ClaimedRow>(
    `WITH due AS (
       SELECT id FROM jobs.job WHERE region = $1 AND queue = $2 AND run_at <= $3
       ORDER BY run_at, id LIMIT $4 FOR UPDATE SKIP LOCKED),
     taken AS (
       DELETE FROM jobs.job WHERE region = $1 AND id = ANY (ARRAY(SELECT id FROM due))
       RETURNING region, id, queue, key, payload, run_at, attempts, max_attempts)
     SELECT region, id, queue, key, payload, run_at AS "runAt", attempts + 1 AS attempt, max_attempts AS "maxAttempts"
     FROM taken ORDER BY run_at, id`,
    [lane.region, lane.queue, now, most],
  );
  return rows.map(({ key, ...row }) => ({ ...row, key: key ?? undefined }));
}
