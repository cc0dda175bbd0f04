import type { Calendar } from '@yiwang/calendar';
import type { Clock } from '@yiwang/clock';
import { cancelJobs, enqueueAll } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import { timerKey, timerQueue } from '../store/timerQueue.ts';
import { arrayText } from '../store/arrayText.ts';
import { totalOf } from './legalClock.ts';
import { momentUsed } from './momentUsed.ts';
import type { MovedClock } from './reprojectBatch.ts';

/**
 * The job of a timer that is due now or soon is left alone: a worker may hold it and wait for the case, and to wait for
 * the worker would be a deadlock. It finds its timer moved and does nothing.
 */
const nearMilliseconds = 60_000;

/** Moves the timers that follow clocks whose times changed, and the jobs that fire them. */
export async function moveTimers(
  sql: Sql,
  clock: Clock,
  calendar: Calendar,
  region: string,
  moved: readonly MovedClock[],
): Promise<void> {
  const timers = await sql.query<{ case: string; id: number; clock: number; moment: string; was: Date | null }>(
    `SELECT t.case_id AS "case", t.id, t.clock, t.moment, t.due_at AS was
     FROM handle.timer t JOIN unnest($2::uuid[], $3::int[]) AS n (case_id, clock) ON t.case_id = n.case_id AND t.clock = n.clock
     WHERE t.region = $1 AND t.case_id = ANY ($2::uuid[])`,
    [region, arrayText(moved.map((one) => one.case)), arrayText(moved.map((one) => one.clock.id))],
  );
  const byClock = new Map(moved.map((one) => [`${one.case} ${one.clock.id}`, one]));
  const changed = timers
    .map((timer) => {
      const followed = byClock.get(`${timer.case} ${timer.clock}`);
      return { ...timer, dueAt: followed === undefined ? timer.was : momentOf(followed, calendar, timer.moment) };
    })
    .filter(({ was, dueAt }) => was?.getTime() !== dueAt?.getTime());
  if (changed.length === 0) return;
  await sql.execute(
    `UPDATE handle.timer t SET due_at = n.due_at FROM unnest($2::uuid[], $3::int[], $4::timestamptz[]) AS n (case_id, id, due_at)
     WHERE t.region = $1 AND t.case_id = ANY ($2::uuid[]) AND t.case_id = n.case_id AND t.id = n.id`,
    [
      region,
      arrayText(changed.map((one) => one.case)),
      arrayText(changed.map(({ id }) => id)),
      arrayText(changed.map(({ dueAt }) => dueAt)),
    ],
  );
  const near = clock.now().getTime() + nearMilliseconds;
  await cancelJobs(
    sql,
    region,
    timerQueue,
    changed.flatMap(({ case: of, id, was }) => (was === null || was.getTime() <= near ? [] : [timerKey(of, id, was)])),
  );
  await enqueueAll(
    sql,
    changed.flatMap(({ case: of, id, dueAt }) =>
      dueAt === null
        ? []
        : [
            {
              region,
              queue: timerQueue,
              key: timerKey(of, id, dueAt),
              payload: { case: of, timer: id, dueAt: dueAt.toISOString() },
              runAt: dueAt,
            },
          ],
    ),
  );
}

/** When a timer with this moment goes off: `warn`, `due`, or `over` so many units. */
function momentOf({ clock, warnAt, dueAt }: MovedClock, calendar: Calendar, moment: string): Date | null {
  if (moment === 'warn') return warnAt;
  if (moment === 'due') return dueAt;
  return momentUsed(clock, calendar, totalOf(clock) + Number(moment.slice('over '.length)));
}
