import { isFault, unexpected, type Fault } from '@yiwang/faults';
import { serverFaults as faults } from '../faults.ts';

/** SQLSTATE classes and codes that say "not now": connection, shutdown, too many connections, read-only while it recovers. */
const downStates = /^(08...|57P0[1-5]|53300|25006)$/;
/** System errors of a socket that is not there, and what pg says about a connection that was cut. */
const downCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);
const downTexts =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/;

/** The foreseen problem behind anything thrown while a request was answered. */
export function faultOf(error: unknown, bodyLimit: number): Fault {
  if (isFault(error)) return error.code === 'postgres.unreachable' ? faults.databaseDown({}, error) : error;
  if (!(error instanceof Error)) return unexpected(error);
  const code = 'code' in error ? error.code : undefined;
  const syscall = 'syscall' in error ? error.syscall : undefined;
  const statusCode = 'statusCode' in error ? error.statusCode : undefined;
  if (typeof code === 'string') {
    if (code === '53100' || code === 'ENOSPC') return faults.diskFull({}, error);
    if (downStates.test(code) || (downCodes.has(code) && syscall === 'connect')) return faults.databaseDown({}, error);
    if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return faults.tooLarge({ limit: bodyLimit }, error);
    if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
      return faults.unsupportedType(
        { type: error.message.replace(/^Unsupported Media Type:?\s*/, '').slice(0, 80) },
        error,
      );
    }
    if (code.startsWith('FST_ERR_') && typeof statusCode === 'number' && statusCode < 500) {
      return faults.badRequest({ where: 'body', reason: error.message.slice(0, 200) }, error);
    }
  }
  if (downTexts.test(error.message)) return faults.databaseDown({}, error);
  if (error instanceof SyntaxError && statusCode === 400) {
    return faults.badRequest({ where: 'body', reason: error.message.slice(0, 200) }, error);
  }
  return unexpected(error);
}
