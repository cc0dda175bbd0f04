import type { Clock } from '@yiwang/clock';
import { findDependents, getCalendar } from '@yiwang/calendar';
import { enqueueAll, type Handler, type JsonValue } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import { reprojectBatch } from './reprojectBatch.ts';

/** The queue of base/jobs in which clocks wait to be derived anew. */
export const reprojectQueue = 'handle.reproject';

/** Of one transaction: enough to be fast, few enough that a case waits less than half a second for it. */
const clocksABatch = 4000;

/** After this a batch looks again for cases that somebody was just working on. */
const againMilliseconds = 1000;

/**
 * To be called in the transaction that saved a version of a calendar, and when a server starts: one job for each region
 * and calendar, this one and those over it, with running clocks that come from another version.
 * @returns how many jobs were enqueued
 * @throws calendar.unknown
 */
export async function reprojectClocks(sql: Sql, calendar: string): Promise<number> {
  let enqueued = 0;
  for (const id of await findDependents(sql, calendar)) {
    const { version } = await getCalendar(sql, id);
    const regions = await sql.query<{ region: string }>(
      `SELECT DISTINCT region FROM handle.clock WHERE state = 'running' AND calendar = $1 AND derived_by <> $2 ORDER BY region`,
      [id, version],
    );
    const jobs = regions.map(({ region }) => ({
      region,
      queue: reprojectQueue,
      key: id,
      payload: { calendar: id },
    }));
    enqueued += (await enqueueAll(sql, jobs)).filter((job) => job !== undefined).length;
  }
  return enqueued;
}

/**
 * What to give to `startWorkers` for queue `handle.reproject`. A job does one batch and enqueues the next in the same
 * transaction, so that what is done stays done when the server is killed in the middle. At the end of a region it begins
 * anew until it finds nothing: for what was held, and what a process that did not know the new version wrote meanwhile.
 */
export function reprojectHandler(clock: Clock, most = clocksABatch): Handler {
  return async (tx, { region, payload }) => {
    const { calendar: id, after } = placeOf(payload);
    const calendar = await getCalendar(tx, id);
    const { last, passedOver } = await reprojectBatch(tx, clock, calendar, region, { most, after });
    if (last === undefined && after === undefined) return;
    const next = { region, queue: reprojectQueue, key: id, payload: { calendar: id, after: last ?? null } };
    const runAt = new Date(clock.now().getTime() + againMilliseconds);
    await enqueueAll(tx, [passedOver === 0 ? next : { ...next, runAt }]);
  };
}

/** The calendar of a job, and the case behind which it goes on. */
function placeOf(payload: JsonValue): { readonly calendar: string; readonly after: string | undefined } {
  if (typeof payload === 'object' && payload !== null && 'calendar' in payload) {
    const { calendar, after } = payload;
    if (typeof calendar === 'string') return { calendar, after: typeof after === 'string' ? after : undefined };
  }
  throw faults.badCommand({ reasonZh: '重算任务的内容有误。', reason: 'The payload of the job is not right.' });
}
