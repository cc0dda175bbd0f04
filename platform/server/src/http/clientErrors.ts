import type { Socket } from 'node:net';
import { problemOf, type Fault } from '@yiwang/faults';
import { serverFaults as faults } from '../faults.ts';

function faultOfClientError(code: string | undefined): Fault {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return faults.tooSlow();
  if (code === 'HPE_HEADER_OVERFLOW') return faults.headersTooLarge();
  return faults.malformedHttp();
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Bytes that never became a request: answered by hand, since there is nothing yet that could answer, and hung up on. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(faultOfClientError(error.code), 'en');
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${reasons[problem.status] ?? 'Bad Request'}\r\n` +
      `content-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
