import { setTimeout as sleep } from 'node:timers/promises';

/** Waits after a failure, in ms. */
const [firstWait, longestWait] = [100, 10_000];
/** Failed looks after which those who wait are told in any case. */
const mostFailures = 3;

export interface LookLoop {
  /** Has it looked once more, soon. */
  wake(): void;
  /** Resolves when a look that began after this call has ended well; rejects with what went wrong. */
  looked(): Promise<void>;
  stop(reason: unknown): Promise<void>;
}

interface Looking {
  /** One look. */
  readonly look: () => Promise<void>;
  /** What went wrong in it; whether those who wait shall hear of it at once, or get one of the next looks. */
  readonly failed: (error: unknown) => { readonly told: boolean };
  /** Whether the waits after failures may be short again. */
  readonly well: () => boolean;
  /** Until the next look where nobody wakes it, in ms. */
  readonly rest: () => number;
}

interface Waiter {
  readonly from: number;
  failures: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Looks whenever it is woken, one look at a time; whoever wakes it while it looks gets another look after. */
export function startLookLoop({ look, failed, well, rest }: Looking): LookLoop {
  const stopped = new AbortController();
  let wanted = 0;
  let bell = Promise.withResolvers<void>();
  let waiters: Waiter[] = [];
  const pause = (milliseconds: number): Promise<void> =>
    sleep(milliseconds, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined); // stopped
  const wake = (): void => {
    wanted += 1;
    bell.resolve();
  };
  const run = async (): Promise<void> => {
    let wait = firstWait;
    while (!stopped.signal.aborted) {
      bell = Promise.withResolvers<void>();
      const looking = wanted;
      try {
        await look();
      } catch (error) {
        const { told } = failed(error);
        for (const waiter of waiters) waiter.failures += 1;
        const heard = waiters.filter(({ failures }) => told || failures >= mostFailures);
        waiters = waiters.filter((waiter) => !heard.includes(waiter));
        for (const waiter of heard) waiter.reject(error);
        await pause(wait);
        wait = Math.min(wait * 2, longestWait);
        continue;
      }
      if (well()) wait = firstWait;
      for (const waiter of waiters) if (waiter.from <= looking) waiter.resolve();
      waiters = waiters.filter(({ from }) => from > looking);
      if (wanted === looking) await Promise.race([bell.promise, pause(rest())]);
    }
  };
  const running = run();
  return {
    wake,
    looked: () =>
      new Promise((resolve, reject) => {
        wake();
        waiters.push({ from: wanted, failures: 0, resolve, reject });
      }),
    async stop(reason) {
      stopped.abort();
      bell.resolve();
      await running;
      for (const waiter of waiters.splice(0)) waiter.reject(reason);
    },
  };
}
