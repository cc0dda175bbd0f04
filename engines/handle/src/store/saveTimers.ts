import { cancelJobs, enqueueAll, type NewJob } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import type { CaseState, Timer } from '../step/caseState.ts';
import type { SavedStep } from './saveSteps.ts';
import { timerKey, timerQueue } from './timerQueue.ts';

/**
 * The job of a timer that is due now or soon is left alone: a worker may hold it and wait for this case's row, and to
 * wait for the worker would be a deadlock. It finds its timer gone and does nothing.
 */
const nearMilliseconds = 60_000;

/** Jobs of timers that steps set; those of timers that went are taken back. */
export async function saveTimers(sql: Sql, steps: readonly SavedStep[], at: Date): Promise<void> {
  const jobs: NewJob[] = [];
  const gone = new Map<string, string[]>();
  for (const { before, after } of steps) {
    if (before.timers === after.timers) continue;
    const kept = new Set(after.timers);
    const known = new Set(before.timers);
    for (const timer of before.timers) {
      const { dueAt } = timer;
      if (kept.has(timer) || dueAt === null || dueAt.getTime() <= at.getTime() + nearMilliseconds) continue;
      const keys = gone.get(after.region);
      const key = timerKey(after.id, timer.id, dueAt);
      if (keys === undefined) gone.set(after.region, [key]);
      else keys.push(key);
    }
    for (const timer of after.timers) if (!known.has(timer)) jobs.push(...jobOf(after, timer));
  }
  for (const [region, keys] of gone) await cancelJobs(sql, region, timerQueue, keys);
  await enqueueAll(sql, jobs);
}

function jobOf({ region, id }: CaseState, { id: timer, dueAt }: Timer): NewJob[] {
  if (dueAt === null) return [];
  const payload = { case: id, timer, dueAt: dueAt.toISOString() };
  return [{ region, queue: timerQueue, key: timerKey(id, timer, dueAt), payload, runAt: dueAt }];
}
