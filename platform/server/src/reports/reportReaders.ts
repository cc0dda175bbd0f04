import { Worker } from 'node:worker_threads';
import { Fault, allFaults, unexpected } from '@yiwang/faults';
import { serverFaults as faults } from '../faults.ts';
import type { ReadAnswer, ReadReport, ReadRequest } from './readRequest.ts';

export interface ReaderOptions {
  /** The module that a thread runs. */
  readonly worker: URL;
  /** Threads at the most; each begins when it is needed and is kept. */
  readonly size: number;
  /** How many may wait for a thread. */
  readonly waiting: number;
  /** What one document may take, in ms. */
  readonly timeLimit: number;
  /** Heap of a thread, in MB. */
  readonly memory: number;
}

/**
 * Two threads, so that one hard document does not hold up the next. 16,000 characters take some 20 ms; what takes half a minute is
 * no report.
 */
export const usualReaders: ReaderOptions = {
  worker: new URL('./readingWorker.ts', import.meta.url),
  size: 2,
  waiting: 8,
  timeLimit: 30_000,
  memory: 512,
};

/** Threads that read documents, so that a long one never holds up other requests. */
export interface ReportReaders {
  /** @throws what the document's reader throws; server.readingTooLong, server.readingTooBig, server.busy, server.stopping */
  read(request: ReadRequest): Promise<ReadReport>;
  /** Begins a thread where there is none: somebody looks at the reports and may drop one. */
  warm(): void;
  close(): Promise<void>;
}

interface Waiting {
  readonly request: ReadRequest;
  readonly resolve: (read: ReadReport) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A thread is idle, or has one document. It ends when the document takes too long or too much memory: that document gets its
 * fault, and a new thread begins with the next one.
 */
export function startReportReaders(options: ReaderOptions): ReportReaders {
  const { size, waiting: mostWaiting } = options;
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: Waiting[] = [];
  let closed = false;

  const next = (): void => {
    while (queue.length > 0) {
      const worker = idle.pop() ?? (all.size < size ? begin() : undefined);
      if (worker === undefined) return;
      const one = queue.shift();
      if (one !== undefined) give(worker, one);
    }
  };
  const begin = (): Worker => {
    const worker = new Worker(options.worker, { resourceLimits: { maxOldGenerationSizeMb: options.memory } });
    worker.unref();
    all.add(worker);
    worker.on('error', () => undefined); // whoever waits for it hears it in `give`
    worker.on('exit', () => {
      all.delete(worker);
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
      next();
    });
    return worker;
  };
  const give = (worker: Worker, { request, resolve, reject }: Waiting): void => {
    const done = (): void => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', failed).off('exit', ended);
    };
    const answered = (answer: ReadAnswer): void => {
      done();
      idle.push(worker);
      if ('read' in answer) resolve(answer.read);
      else reject(faultOfAnswer(answer));
      next();
    };
    const failed = (error: unknown): void => {
      done();
      reject(isOutOfMemory(error) ? faults.readingTooBig({ name: request.name }, error) : unexpected(error));
    };
    const ended = (): void => {
      done();
      reject(closed ? faults.stopping() : faults.readingTooBig({ name: request.name }));
    };
    const timer = setTimeout(() => {
      done();
      reject(faults.readingTooLong({ name: request.name, seconds: Math.ceil(options.timeLimit / 1000) }));
      void worker.terminate();
    }, options.timeLimit);
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(request);
  };

  return {
    read: (request) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(faults.stopping());
        if (queue.length >= mostWaiting) return reject(faults.busy());
        queue.push({ request, resolve, reject });
        next();
      }),
    warm() {
      if (!closed && all.size === 0) idle.push(begin());
    },
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(faults.stopping());
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function faultOfAnswer(answer: Exclude<ReadAnswer, { read: ReadReport }>): Fault {
  if ('error' in answer) return unexpected(new TypeError(answer.error));
  const { code, params } = answer.fault;
  const definition = allFaults().get(code);
  return definition === undefined ? unexpected(new TypeError(code)) : new Fault(code, definition, params);
}
