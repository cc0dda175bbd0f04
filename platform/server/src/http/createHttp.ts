import type { Writable } from 'node:stream';
import { fastify } from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { answerClientError } from './clientErrors.ts';
import { isNearProxy } from './nearProxy.ts';
import { addErrorBoundary, addNotFound, sendProblem } from './errorBoundary.ts';
import { faultOf } from './faultOf.ts';
import type { Http } from './http.ts';
import { requestId } from './requestId.ts';
import { addSameOrigin } from './sameOrigin.ts';
import { addSecurityHeaders } from './securityHeaders.ts';
import { serializeAnswer, validateRequest } from './validation.ts';

export interface HttpTimeouts {
  /** For all headers of a request to come in, in ms. */
  readonly headers: number;
  /** For the whole request to come in, in ms; a photo over a bad line takes a while. */
  readonly request: number;
  /** How often the two are looked at, in ms. */
  readonly look: number;
}

const usualTimeouts: HttpTimeouts = { headers: 10_000, request: 60_000, look: 5_000 };

export interface HttpOptions {
  readonly https: boolean;
  readonly onLoopback: boolean;
  /** The names by which people reach the server through a proxy on this or a private network; undefined without one. */
  readonly proxiedNames?: readonly string[];
  readonly log: { readonly level: string; readonly stream?: Writable };
  readonly timeouts?: Partial<HttpTimeouts>;
}

/** 1 MiB: about 5,000 observations. A route that takes more or less says so. */
const usualBodyLimit = 1_048_576;

/** Fastify with everything that holds for each request, and no route yet. */
export function createHttp({ https, onLoopback, proxiedNames, log, timeouts }: HttpOptions): Http {
  const times = { ...usualTimeouts, ...timeouts };
  const http = fastify({
    logger: { level: log.level, base: null, ...(log.stream === undefined ? {} : { stream: log.stream }) },
    genReqId: requestId,
    bodyLimit: usualBodyLimit,
    clientErrorHandler: answerClientError,
    trustProxy: proxiedNames === undefined ? false : isNearProxy,
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, faultOf(error, usualBodyLimit)),
    forceCloseConnections: 'idle',
    return503OnClosing: false, // requests that are under way end well; new ones are refused with a fault of ours
    requestTimeout: times.request,
    keepAliveTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    http: {
      headersTimeout: times.headers,
      requestTimeout: times.request,
      connectionsCheckingInterval: times.look,
      maxHeaderSize: 16_384,
    },
  }).withTypeProvider<TypeBoxTypeProvider>();
  http.removeContentTypeParser('text/plain');
  http.setValidatorCompiler(validateRequest);
  http.setSerializerCompiler(serializeAnswer);
  addErrorBoundary(http);
  addNotFound(http);
  addSecurityHeaders(http, https);
  addSameOrigin(http, { onLoopback, names: proxiedNames ?? [] });
  return http;
}
