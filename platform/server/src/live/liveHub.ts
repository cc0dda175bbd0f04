import { randomBytes } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '@yiwang/postgres';
import type { Metrics } from '../http/metrics.ts';
import { createBatchRing } from './batchRing.ts';
import { readChanges, type Changes } from './changes.ts';
import { formatEventId, readEventId } from './eventId.ts';
import { gatherChanges } from './gatherChanges.ts';
import { createLiveClient, type Pipe } from './liveClient.ts';
import { liveChannel } from './notifyChanges.ts';
import { seenBatch, type LoadedBatch, type Sight } from './seenBatch.ts';

/** Short enough to feel at once, long enough that 200 observations a second become 20 messages. */
const gatherMilliseconds = 50;
const beatMilliseconds = 15_000;
/** A minute at 20 batches a second. */
const remembered = 1_200;

export interface LiveSubscriber {
  readonly account: string;
  readonly sight: Sight;
  /** Asked with each beat: false ends the connection, since the session ended meanwhile. */
  readonly stillOpen: () => Promise<boolean>;
  readonly pipe: Pipe;
  readonly lastEventId: string | undefined;
}

export interface LiveHub {
  /** Sends what was missed, then everything new; gives what to call when the client has gone. */
  join(subscriber: LiveSubscriber): () => void;
  connectionsOf(account: string): number;
  stop(): Promise<void>;
}

interface Joined {
  readonly subscriber: LiveSubscriber;
  readonly client: ReturnType<typeof createLiveClient>;
}

export interface LiveHubOptions {
  readonly db: Database;
  readonly log: FastifyBaseLogger;
  readonly metrics: Metrics;
  /** Fetches the rows behind the keys. */
  readonly load: (changes: Changes) => Promise<LoadedBatch>;
}

/**
 * Turns notifications of the database into server-sent events. One query a gathering, however many are watching; each client
 * gets what its account may see. A client that can't be brought up to date is told to reset and fetches the screen again.
 */
export async function startLiveHub({ db, log, metrics, load }: LiveHubOptions): Promise<LiveHub> {
  const boot = randomBytes(6).toString('hex');
  const ring = createBatchRing<LoadedBatch>(remembered);
  const gathered = gatherChanges();
  const all = new Set<Joined>();
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;
  let gap = false;

  const leave = (joined: Joined): void => {
    if (all.delete(joined)) metrics.liveConnections.set(all.size);
  };
  const deliver = (joined: Joined, seq: number, loaded: LoadedBatch): void => {
    const seen = seenBatch(loaded, joined.subscriber.sight);
    if (seen === undefined) return;
    if (joined.client.send(formatEventId(boot, seq), 'batch', JSON.stringify(seen))) return;
    metrics.liveResets.inc({ why: 'slow' });
    leave(joined);
  };
  const resetAll = (why: string): void => {
    for (const { client } of all) client.reset(formatEventId(boot, ring.last), why);
    metrics.liveResets.inc({ why }, all.size);
  };
  const flush = async (): Promise<void> => {
    const changes = gathered.take();
    if (changes === undefined) return;
    try {
      const loaded = await load(changes);
      const seq = ring.add(loaded);
      metrics.liveBatches.inc();
      if (gap) resetAll('gap');
      gap = false;
      for (const joined of all) deliver(joined, seq, loaded);
    } catch (error) {
      // The rows are in the database and nothing is lost; who watches fetches them anew as soon as they can be read again.
      gap = true;
      gathered.add(changes);
      log.warn({ err: error }, 'a live batch could not be read; it is tried again');
    }
  };
  const arm = (wait: number): void => {
    timer ??= setTimeout(() => {
      flushing = flush().finally(() => {
        timer = undefined;
        flushing = undefined;
        if (gathered.waiting) arm(gap ? 1_000 : gatherMilliseconds);
      });
    }, wait);
  };
  const unlisten = await db.listen(
    liveChannel,
    (payload) => {
      gathered.add(readChanges(payload));
      arm(gatherMilliseconds);
    },
    () => {
      // What was told while the connection was lost is not heard any more.
      ring.forget();
      resetAll('gap');
    },
  );
  const beat = async (joined: Joined): Promise<void> => {
    const open = await joined.subscriber.stillOpen().catch(() => true); // a database that is down doesn't end a session
    if (open && joined.client.beat()) return;
    joined.client.end();
    leave(joined);
  };
  const beating = setInterval(() => {
    for (const joined of all) void beat(joined);
  }, beatMilliseconds);

  return {
    join(subscriber) {
      const joined: Joined = { subscriber, client: createLiveClient(subscriber.pipe) };
      const { lastEventId } = subscriber;
      if (lastEventId === undefined) {
        // An id at once: a connection that is cut before its first batch can resume too.
        joined.client.send(formatEventId(boot, ring.last), 'hello', '{}');
      } else {
        const seq = readEventId(boot, lastEventId);
        const missed = seq === undefined ? undefined : ring.since(seq);
        if (missed === undefined) {
          joined.client.reset(formatEventId(boot, ring.last), 'too-long-away');
          metrics.liveResets.inc({ why: 'too-long-away' });
        }
        for (const { seq: number, batch } of missed ?? []) deliver(joined, number, batch);
      }
      all.add(joined);
      metrics.liveConnections.set(all.size);
      return () => leave(joined);
    },
    connectionsOf: (account) => [...all].filter(({ subscriber }) => subscriber.account === account).length,
    async stop() {
      clearInterval(beating);
      clearTimeout(timer);
      await unlisten();
      await flushing;
      clearTimeout(timer);
      for (const { client } of all) client.end();
      all.clear();
      metrics.liveConnections.set(0);
    },
  };
}
