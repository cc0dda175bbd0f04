import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '@yiwang/clock';
import { startWorkers, type Handler, type QueueHandler, type Workers } from '@yiwang/jobs';
import { startSequencer, type Sequencer, type SigningKey } from '@yiwang/ledger';
import type { Database } from '@yiwang/postgres';
import type { Metrics } from './http/metrics.ts';

export interface Engines {
  readonly workers: Workers;
  readonly sequencer: Sequencer;
  /** Undefined while both work, else what is wrong. */
  readonly trouble: () => string | undefined;
  stop(): Promise<void>;
}

export interface EngineOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  readonly metrics: Metrics;
  readonly key: SigningKey;
  readonly handlers: Readonly<Record<string, Handler | QueueHandler>>;
  /** False in tests that turn the clock: they run what is due themselves. */
  readonly automatic: boolean;
}

const troubleLasts = 5_000;

/** What works by itself beside the requests: jobs, timers, and the ledger's sequencer. */
export async function startEngines({
  db,
  clock,
  log,
  metrics,
  key,
  handlers,
  automatic,
}: EngineOptions): Promise<Engines> {
  // Both look for work at least once a second: trouble that has not come again for a while is over.
  let trouble: { readonly text: string; readonly at: number } | undefined;
  const noteTrouble = (error: unknown, text: string): void => {
    trouble = { text, at: performance.now() };
    log.warn({ err: error }, text);
  };
  const sequencer = await startSequencer(db, clock, {
    key,
    onError: (error) => noteTrouble(error, 'the ledger could not place entries; it is tried again'),
  });
  const workers = await startWorkers(db, clock, handlers, {
    automatic,
    observe: ({ queue, outcome, jobs, error }) => {
      metrics.jobs.inc({ queue, outcome }, jobs);
      if (error !== undefined) log.warn({ err: error, queue, outcome }, 'a job failed');
    },
    onError: (error) => noteTrouble(error, 'the workers could not look for jobs; they go on'),
  });
  return {
    workers,
    sequencer,
    trouble: () => (trouble === undefined || performance.now() - trouble.at > troubleLasts ? undefined : trouble.text),
    async stop() {
      await workers.stop();
      await sequencer.stop();
    },
  };
}
