import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, type Fault } from '@yiwang/faults';
import { languageOf } from '@yiwang/messages';
import { serverFaults as faults } from '../faults.ts';
import { faultOf } from './faultOf.ts';
import type { Http } from './http.ts';

/** What a client does well to wait before it asks again, in seconds. */
const retryAfter: Readonly<Record<number, number>> = { 429: 5, 503: 2, 507: 30 };

/** The one place where anything thrown becomes an answer: problem+json in the reader's language, by RFC 9457. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, fault: Fault): FastifyReply {
  const problem = problemOf(fault, languageOf(request.headers['accept-language']), request.id);
  const wait = fault.params['seconds'] ?? retryAfter[problem.status];
  if (wait !== undefined) reply.header('retry-after', String(wait));
  // What was not read of a refused body is not waited for.
  if (!request.raw.complete) reply.header('connection', 'close');
  if (problem.status === 401) reply.header('www-authenticate', 'Session realm="yiwang"');
  if (problem.status >= 500) request.log.error({ err: fault.cause ?? fault, fault: fault.code }, 'request failed');
  else request.log.info({ fault: fault.code }, 'request refused');
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('content-language', languageOf(request.headers['accept-language']))
    .type('application/problem+json')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem);
}

export function addErrorBoundary(http: Http): void {
  http.setErrorHandler((error, request, reply) => {
    const limit = request.routeOptions.bodyLimit;
    return sendProblem(request, reply, faultOf(error, limit));
  });
}

export function addNotFound(http: Http): void {
  http.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, faults.notFound({ what: `${request.method} ${request.url.slice(0, 200)}` })),
  );
}
