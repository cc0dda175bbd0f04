import { fireTimers, type CommandAnswer, type HandlePorts } from '@yiwang/handle';
import type { QueueHandler } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import { notifyChanges } from '../live/notifyChanges.ts';

/** Cases → screen (处置 → 一屏): tells who watches, when this transaction commits, that these cases changed. */
export async function tellCases(tx: Sql, cases: readonly (readonly [string, string])[]): Promise<void> {
  await notifyChanges(tx, { cases });
}

/** Region and id of a case that a command was done on. */
export function placeOf({ region, case: id }: CommandAnswer): readonly [string, string] {
  return [region, id];
}

/** Lets timers of cases go off, many in one transaction, and tells the screen. */
export function createTimerHandler(handle: HandlePorts): QueueHandler {
  return {
    batch: 200,
    async handleAll(tx, jobs) {
      await tellCases(tx, (await fireTimers(tx, handle, jobs)).map(placeOf));
    },
  };
}
