import { parentPort } from 'node:worker_threads';
import { isFault } from '@yiwang/faults';
import { createMatchTable } from './matchTable.ts';
import type { TableAnswer, TableCall } from './tableCall.ts';

/** The thread that a register lives in: each message is one call of the table, each answer its result or its fault. */
const table = createMatchTable();

parentPort?.on('message', ({ id, method, args }: TableCall) => {
  let answer: TableAnswer;
  try {
    // Both ends are made from one type (tableCall.ts), so the arguments are the method's own.
    const call = table[method] as (...given: unknown[]) => unknown;
    answer = { id, result: call(...args) };
  } catch (error) {
    answer = isFault(error)
      ? { id, fault: { code: error.code, params: error.params } }
      : { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
