import type { Clock } from '@yiwang/clock';
import type { Sql } from '@yiwang/postgres';

/** How a queue of one region stands, for metrics. */
export interface QueueCount {
  readonly region: string;
  readonly queue: string;
  /** Waiting for a worker. */
  readonly due: number;
  /** Waiting for their time: timers and retries. */
  readonly later: number;
  /** Waiting for a person. */
  readonly dead: number;
  /** Milliseconds since the longest waiting timer or retry was due; 0 where none is late. */
  readonly lagMilliseconds: number;
}

/** Counts of every queue that holds anything. Reads all waiting jobs: for a gauge each minute, not for each request. */
export async function countJobs(sql: Sql, clock: Clock): Promise<readonly QueueCount[]> {
  return sql.query<QueueCount>(
    `SELECT region, queue, sum(due)::int AS due, sum(later)::int AS later, sum(dead)::int AS dead,
       coalesce(greatest(extract(epoch FROM $1::timestamptz - min(oldest)) * 1000, 0), 0)::float8 AS "lagMilliseconds"
     FROM (
       SELECT region, queue, count(*) FILTER (WHERE run_at <= $1) AS due, count(*) FILTER (WHERE run_at > $1) AS later,
         0 AS dead, min(run_at) FILTER (WHERE run_at > 'epoch') AS oldest
       FROM jobs.job GROUP BY region, queue
       UNION ALL
       SELECT region, queue, 0, 0, count(*), NULL FROM jobs.dead WHERE discarded_at IS NULL GROUP BY region, queue) AS counts
     GROUP BY region, queue ORDER BY region, queue`,
    [clock.now()],
  );
}
