import { fireTimer, type HandlePorts } from '@yiwang/handle';
import type { Handler } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import { notifyChanges } from '../live/notifyChanges.ts';

/** Cases → screen (处置 → 一屏): tells who watches, when this transaction commits, that these cases changed. */
export async function tellCases(tx: Sql, cases: readonly (readonly [string, string])[]): Promise<void> {
  await notifyChanges(tx, { cases });
}

/** Lets timers of cases go off, and tells the screen. */
export function createTimerHandler(handle: HandlePorts): Handler {
  return async (tx, job) => {
    const { region, case: id } = await fireTimer(tx, handle, job);
    await tellCases(tx, [[region, id]]);
  };
}
