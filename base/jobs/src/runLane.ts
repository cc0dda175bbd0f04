import type { Clock } from '@yiwang/clock';
import type { Database, Transaction } from '@yiwang/postgres';
import { claimJobs, type Lane } from './claimJobs.ts';
import { failJob, type Outcome } from './failJob.ts';
import type { Job } from './job.ts';

/** Does one job. What it writes through `tx` commits with the job's end, or not at all. */
export type Handler = (tx: Transaction, job: Job) => Promise<void>;

interface QueueOptions {
  /**
   * Jobs of one transaction; 1 unless told. More is faster for handlers that only write to the database. Where one of a
   * batch fails, all are rolled back and done one by one, so an external effect belongs in batches of 1.
   */
  readonly batch?: number;
  /** Attempts of this queue that run at the same time in this process; all of the workers' unless told. */
  readonly concurrency?: number;
}

/** Does the jobs of a queue one by one, or a whole batch at once. */
export type QueueHandler = QueueOptions &
  ({ readonly handle: Handler } | { readonly handleAll: (tx: Transaction, jobs: readonly Job[]) => Promise<void> });

async function handleJobs(queue: QueueHandler, tx: Transaction, jobs: readonly Job[]): Promise<void> {
  if ('handleAll' in queue) return queue.handleAll(tx, jobs);
  for (const job of jobs) await queue.handle(tx, job);
}

/** One attempt, for metrics. */
export interface Attempt extends Lane {
  readonly outcome: Outcome;
  /** Jobs that the attempt was about. */
  readonly jobs: number;
  readonly milliseconds: number;
  readonly error?: unknown;
}

export interface LaneContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly observe: (attempt: Attempt) => void;
  /** A number from 0 to 1, for the jitter. */
  readonly chance: () => number;
}

/** Takes and does one batch of a lane. @returns how many jobs were taken; 0 when others have them all. */
export async function runLane(context: LaneContext, lane: Lane, queue: QueueHandler): Promise<number> {
  const { db, clock, observe } = context;
  const most = queue.batch ?? 1;
  if (most === 1) return runSingle(context, lane, queue);
  const begun = performance.now();
  let taken = 0;
  try {
    await db.transaction(async (tx) => {
      const jobs = await claimJobs(tx, lane, clock.now(), most);
      taken = jobs.length;
      if (taken > 0) await handleJobs(queue, tx, jobs);
    });
  } catch (error) {
    if (taken === 0) throw error;
    let done = 0;
    while (done < taken && (await runSingle(context, lane, queue)) === 1) done++;
    return done;
  }
  if (taken > 0) observe({ ...lane, outcome: 'done', jobs: taken, milliseconds: performance.now() - begun });
  return taken;
}

async function runSingle(
  { db, clock, observe, chance }: LaneContext,
  lane: Lane,
  queue: QueueHandler,
): Promise<number> {
  const begun = performance.now();
  let claimed: Job | undefined;
  let failure: unknown;
  let outcome: Outcome = 'done';
  try {
    await db.transaction(async (tx) => {
      [claimed] = await claimJobs(tx, lane, clock.now(), 1);
      if (claimed === undefined) return;
      await tx.execute('SAVEPOINT attempt');
      try {
        await handleJobs(queue, tx, [claimed]);
      } catch (error) {
        failure = error;
        await tx.execute('ROLLBACK TO SAVEPOINT attempt');
        outcome = await failJob(tx, clock, claimed, error, chance());
      }
    });
  } catch (error) {
    // The connection broke, or the commit was refused: the job is back as it was, and the failure is written anew.
    if (claimed === undefined) throw error;
    failure = error;
    outcome = await failAfterwards(db, clock, claimed, error, chance());
  }
  if (claimed === undefined) return 0;
  const milliseconds = performance.now() - begun;
  observe({ ...lane, outcome, jobs: 1, milliseconds, ...(outcome === 'done' ? {} : { error: failure }) });
  return 1;
}

async function failAfterwards(
  db: Database,
  clock: Clock,
  job: Job,
  error: unknown,
  chance: number,
): Promise<Exclude<Outcome, 'done'>> {
  return db.transaction(async (tx) => {
    // Only if it is still there at this attempt: a commit whose answer was lost may have done it after all.
    const gone = await tx.execute(`DELETE FROM jobs.job WHERE region = $1 AND id = $2 AND attempts = $3`, [
      job.region,
      job.id,
      job.attempt - 1,
    ]);
    return gone === 0 ? 'retry' : failJob(tx, clock, job, error, chance);
  });
}
