import type { IncomingMessage } from 'node:http';
import { uuidv7 } from '@yiwang/clock';

/** The caller's own x-request-id where it is a plain word, so that a log can be followed through a proxy; else a new one. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : uuidv7();
}
