import { isFault } from '@yiwang/faults';
import { postgresFaults as faults } from './faults.ts';

/** Codes of Node for a server that is not there, or went away. */
const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'EACCES',
]);

/** SQLSTATE: class 08 connection, 28 sign-in, 57P01-3 and 57P05 shut down or starting, 53300 too many, 3D000 no database. */
const lostState = /^(08...|28...|57P0[1235]|53300|3D000)$/;

/** What pg says where it gives no code. */
const lostText =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/;

/** Whether an error means that the connection, not the statement, was at fault. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return code === undefined ? lostText.test(error.message) : socketCodes.has(code) || lostState.test(code);
}

/** The error as callers should see it: `postgres.unreachable`, `postgres.diskFull`, else the error itself. */
export function connectionFault(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && error.code === '53100') {
    return faults.diskFull({ reason: error.message }, error);
  }
  if (isFault(error) || !isConnectionLost(error)) return error;
  return faults.unreachable({ reason: error instanceof Error ? error.message : String(error) }, error);
}
