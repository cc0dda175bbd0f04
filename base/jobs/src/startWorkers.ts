import type { Clock } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import { dueLanes, nextRunAt, type Lane } from './claimJobs.ts';
import { channel } from './enqueue.ts';
import { runLane, type Attempt, type Handler, type LaneContext, type QueueHandler } from './runLane.ts';

/** Longest sleep: how late a timer, or work whose NOTIFY was lost, can be noticed. */
const pollMilliseconds = 1000;

/** How long a slot keeps to one lane before it looks which has waited longest. */
const turnMilliseconds = 100;

export interface WorkerOptions {
  /** Attempts at the same time in this process; 4 unless told. Each holds one connection. */
  readonly concurrency?: number;
  /** False: nothing runs by itself, only by `runDue`. For tests and drills. */
  readonly automatic?: boolean;
  /** Told of every attempt. */
  readonly observe?: (attempt: Attempt) => void;
  /** Told of what kept the workers from looking for work; they go on. */
  readonly onError?: (error: unknown) => void;
  /** Source of the retries' jitter, 0 to 1. */
  readonly chance?: () => number;
}

export interface Workers {
  /** Does all that is due by the clock, and what that makes due, one after the other; resolves when nothing is left. */
  runDue(): Promise<number>;
  /** Takes no new jobs; resolves when those under way have finished. */
  stop(): Promise<void>;
}

/** Does the jobs of these queues until it is stopped. Any number of processes may do the same queues. */
export async function startWorkers(
  db: Database,
  clock: Clock,
  handlers: Readonly<Record<string, Handler | QueueHandler>>,
  options: WorkerOptions = {},
): Promise<Workers> {
  const { observe = () => undefined, onError = () => undefined, chance = Math.random } = options;
  const queues = new Map(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      typeof handler === 'function' ? { handle: handler } : handler,
    ]),
  );
  const names = [...queues.keys()];
  const context: LaneContext = { db, clock, observe, chance };
  const busy = new Map<string, number>();
  let stopped = false;
  /** Counts the calls for attention, so that one that comes while a slot looks for work is not slept through. */
  let calls = 0;
  const sleepers = new Set<() => void>();
  const rouse = (): void => {
    calls++;
    for (const wake of sleepers) wake();
  };

  const isFree = ({ queue }: Lane): boolean =>
    (busy.get(queue) ?? 0) < (queues.get(queue)?.concurrency ?? Number.POSITIVE_INFINITY);

  async function run(lane: Lane): Promise<number> {
    const queue = queues.get(lane.queue);
    if (queue === undefined) return 0;
    busy.set(lane.queue, (busy.get(lane.queue) ?? 0) + 1);
    try {
      return await runLane(context, lane, queue);
    } finally {
      busy.set(lane.queue, (busy.get(lane.queue) ?? 1) - 1);
    }
  }

  async function runDue(): Promise<number> {
    let done = 0;
    for (let before = -1; before !== done;) {
      before = done;
      for (const lane of await dueLanes(db, names, clock.now())) done += await run(lane);
    }
    return done;
  }

  function sleep(milliseconds: number, since: number): Promise<void> {
    if (stopped || calls !== since) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      sleepers.add(wake);
    });
  }

  /** Does a lane for a moment, so that looking for lanes is not paid for each job. */
  async function runBriefly(lane: Lane): Promise<boolean> {
    const end = performance.now() + turnMilliseconds;
    let any = false;
    while (!stopped && (!any || isFree(lane)) && (await run(lane)) > 0) {
      any = true;
      if (performance.now() > end) break;
    }
    return any;
  }

  /** One turn at whatever is due; how long to sleep when nothing was. */
  async function look(slot: number): Promise<number> {
    const lanes = (await dueLanes(db, names, clock.now())).filter(isFree);
    // Slots begin at different lanes, so that they seldom meet; where they do, SKIP LOCKED parts them.
    for (let at = 0; at < lanes.length && !stopped; at++) {
      const lane = lanes[(at + slot) % lanes.length];
      if (lane !== undefined && isFree(lane) && (await runBriefly(lane))) return 0;
    }
    const next = await nextRunAt(db, names);
    const wait = next === undefined ? pollMilliseconds : next.getTime() - clock.now().getTime();
    // Due and yet not got: others have it. A pause keeps the slots from spinning meanwhile.
    return Math.min(Math.max(wait, 50), pollMilliseconds);
  }

  async function slot(number: number): Promise<void> {
    while (!stopped) {
      const since = calls;
      let wait = pollMilliseconds;
      try {
        wait = await look(number);
      } catch (error) {
        onError(error);
      }
      if (wait > 0) await sleep(wait, since);
    }
  }

  if (options.automatic === false) return { runDue, stop: () => Promise.resolve() };
  const deaf = await db.listen(channel, rouse);
  const slots = Array.from({ length: options.concurrency ?? 4 }, (_, number) => slot(number));
  return {
    runDue,
    async stop() {
      stopped = true;
      rouse();
      await deaf();
      await Promise.all(slots);
    },
  };
}
