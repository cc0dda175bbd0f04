import { Worker } from 'node:worker_threads';
import { Fault, allFaults, unexpected } from '@yiwang/faults';
import { faults } from '../faults.ts';
import type { MatchTable } from './matchTable.ts';
import type { RemoteTable, TableAnswer, TableCall } from './tableCall.ts';

export interface TableThread {
  readonly table: RemoteTable;
  /** Resolves when the thread has ended, with the error where it was one. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const methods: readonly (keyof MatchTable)[] = [
  'begin',
  'bytes',
  'finish',
  'rollBack',
  'install',
  'changeRows',
  'changePolicy',
  'entriesOf',
  'forget',
  'totals',
  'matchesOf',
  'entitiesOf',
  'compare',
  'comparedEntities',
  'memory',
];

/**
 * Starts the thread that a register lives in. When it ends, by a lack of memory or because it was stopped, every call that waits
 * gets judge.matchingNotReady.
 * @param memory heap of the thread, in MB; the columns are not in it
 */
export function startTable(memory: number): TableThread {
  const worker = new Worker(new URL('./matchWorker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let gone = false;
  let why: unknown;
  const ended = new Promise<unknown>((resolve) => {
    worker.once('exit', () => {
      gone = true;
      for (const { reject } of waiting.values()) reject(faults.matchingNotReady());
      waiting.clear();
      resolve(why);
    });
  });
  worker.on('error', (error) => (why = error)); // it exits then
  worker.unref(); // whoever keeps the matching running keeps the process
  worker.on('message', (answer: TableAnswer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('result' in answer) call?.resolve(answer.result);
    else call?.reject(failure(answer));
  });
  const send = (method: keyof MatchTable, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(faults.matchingNotReady());
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.ref();
      const call: TableCall = { id: last, method, args };
      const [first] = args;
      // Bytes of a COPY go over without being copied.
      worker.postMessage(call, method === 'bytes' && first instanceof Uint8Array ? [first.buffer as ArrayBuffer] : []);
    });
  const table = Object.fromEntries(methods.map((method) => [method, (...args: unknown[]) => send(method, args)]));
  return {
    table: table as RemoteTable,
    ended,
    async stop() {
      await worker.terminate();
    },
  };
}

function failure(answer: Exclude<TableAnswer, { result: unknown }>): Fault {
  if ('error' in answer) return unexpected(new TypeError(answer.error));
  const { code, params } = answer.fault;
  const definition = allFaults().get(code);
  return definition === undefined ? unexpected(new TypeError(code)) : new Fault(code, definition, params);
}
