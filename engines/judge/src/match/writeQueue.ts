import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import type { Database } from '@yiwang/postgres';
import { coveredBy, writeRun, type PendingRun, type Place } from './writeRun.ts';

/** Waits between tries while the database is away, in ms. */
const [firstWait, longestWait] = [100, 5000];

export interface WriteQueue {
  add(run: PendingRun): void;
  readonly length: number;
  /** Resolves when nothing waits, or the queue was given up. */
  drained(): Promise<void>;
  /** Writes nothing more; the run under way is left to its end. */
  giveUp(): Promise<void>;
}

/**
 * Writes runs one after the other, each again until it is written. Where another process has written meanwhile, or a run can
 * not be written, `failed` is called and the queue is given up: what is in it is found again from the database.
 */
export function startWriteQueue(
  db: Database,
  clock: Clock,
  place: Place,
  revision: number,
  { failed, shorter }: { failed: (error: unknown) => void; shorter: (length: number) => void },
): WriteQueue {
  const waiting: PendingRun[] = [];
  let at = revision;
  let over = false;
  let working: Promise<void> | undefined;
  const wake = new AbortController();

  const write = (run: PendingRun): Promise<number> =>
    writeRun(db, clock, place, run, at).catch(async (error: unknown) => {
      const covered = isFault(error, 'judge.matchingOvertaken') ? await coveredBy(db, place, run) : undefined;
      if (covered === undefined) throw error;
      return covered;
    });
  const work = async (): Promise<void> => {
    let wait = firstWait;
    for (let run = waiting[0]; !over && run !== undefined; run = waiting[0]) {
      try {
        at = await write(run);
        waiting.shift();
        wait = firstWait;
        run.done?.();
        shorter(waiting.length);
      } catch (error) {
        if (!isFault(error, 'postgres.unreachable') && !isFault(error, 'postgres.diskFull')) {
          over = true;
          return failed(error);
        }
        await sleep(wait, undefined, { signal: wake.signal, ref: false }).catch(() => undefined);
        wait = Math.min(wait * 2, longestWait);
      }
    }
  };
  const begin = (): void => {
    working ??= work().finally(() => {
      working = undefined;
      if (!over && waiting.length > 0) begin();
    });
  };
  return {
    add(run) {
      if (over) return;
      waiting.push(run);
      begin();
    },
    get length() {
      return waiting.length;
    },
    async drained() {
      while (working !== undefined) await working;
    },
    async giveUp() {
      over = true;
      wake.abort();
      while (working !== undefined) await working;
      waiting.length = 0;
    },
  };
}
