import type { Clock } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import { placeEntries } from './placeEntries.ts';
import { publishVerifier, signCheckpoint } from './signCheckpoint.ts';
import type { SigningKey } from './signingKey.ts';

/** Held by the round that runs; another process's sequencer skips its round then. */
const lock = 7921;

export interface SequencerOptions {
  readonly key: SigningKey;
  /** Longest wait between rounds; 500 ms unless told. This is the book's merge delay when the sequencer keeps up. */
  readonly everyMilliseconds?: number;
  /** Entries of one transaction; 1000 unless told. */
  readonly batch?: number;
  /** Told of what made a round fail; the next round tries again. */
  readonly onError?: (error: unknown) => void;
}

export interface Sequencer {
  /** Places all that is committed and signs; resolves when done. Tests and drills drive it by this. */
  runOnce(): Promise<number>;
  /** Starts the next round now; for `tx.afterCommit(sequencer.wake)`. */
  wake(): void;
  /** Lets the running round finish. */
  stop(): Promise<void>;
}

/**
 * Places every committed entry, book by book, and signs a checkpoint of each book that grew.
 * Any number of processes may call it: each round runs under an advisory lock, and a crash leaves nothing half done.
 * @returns how many entries got a place; 0 also when another process has the lock.
 */
export async function runSequencer(db: Database, clock: Clock, key: SigningKey, batch = 1000): Promise<number> {
  const regions = await db.query<{ region: string }>(`SELECT DISTINCT region FROM ledger.inbox ORDER BY region`);
  let placed = 0;
  const failures: unknown[] = [];
  for (const { region } of regions) {
    try {
      for (let count = batch; count >= batch; placed += count) {
        count = await db.transaction(async (tx) => {
          const [got] = await tx.query<{ held: boolean }>(`SELECT pg_try_advisory_xact_lock($1) AS held`, [lock]);
          if (got?.held !== true) return 0;
          const now = await placeEntries(tx, region, batch);
          // In the same transaction, so that a crash leaves no entry placed and unsigned.
          if (now > 0) await signCheckpoint(tx, clock, key, region);
          return now;
        });
      }
    } catch (error) {
      failures.push(error); // one damaged book must not hold up the others
    }
  }
  if (failures.length > 0) throw failures[0];
  return placed;
}

/** Runs the sequencer until it is stopped: every half second, and at once when it is woken. */
export async function startSequencer(db: Database, clock: Clock, options: SequencerOptions): Promise<Sequencer> {
  const { key, everyMilliseconds = 500, batch = 1000, onError = () => undefined } = options;
  await publishVerifier(db, clock, key);
  let stopped = false;
  let woken = false;
  let rouse: () => void = () => undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** One round at a time in this process: they would only fight over the lock. */
  const runOnce = (): Promise<number> => {
    const next = last.then(() => runSequencer(db, clock, key, batch));
    last = next.catch(() => undefined);
    return next;
  };
  const sleep = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMilliseconds);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopped) rouse();
    });
  const loop = (async () => {
    while (!stopped) {
      woken = false;
      await runOnce().catch(onError);
      if (!stopped) await sleep();
    }
  })();
  return {
    runOnce,
    wake() {
      woken = true;
      rouse();
    },
    async stop() {
      stopped = true;
      rouse();
      await loop;
      await last;
    },
  };
}
