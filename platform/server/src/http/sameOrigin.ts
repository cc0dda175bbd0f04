import type { FastifyRequest } from 'fastify';
import { serverFaults as faults } from '../faults.ts';
import type { Http } from './http.ts';
import { isLoopbackName } from './loopback.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(request: FastifyRequest): string {
  return (request.headers.host ?? '').toLowerCase();
}

/**
 * A page of another site must not act in the name of somebody who is signed in here. Browsers say where a request comes from
 * in Sec-Fetch-Site and Origin; a request that brings a session's cookie and neither of them is refused.
 */
function isOwn(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  if (origin !== undefined) {
    if (!URL.canParse(origin) || new URL(origin).host !== hostOf(request)) return false;
    return true;
  }
  return site !== undefined || request.headers.cookie === undefined;
}

/**
 * Where the server listens on loopback it answers to loopback names, and to those that a proxy passes on for it; a name that
 * somebody rebound to 127.0.0.1 could read it otherwise.
 */
export function addSameOrigin(
  http: Http,
  { onLoopback, names }: { readonly onLoopback: boolean; readonly names: readonly string[] },
): void {
  const known = new Set(names.map((name) => name.toLowerCase()));
  http.addHook('onRequest', async (request) => {
    const host = hostOf(request);
    if (onLoopback && !isLoopbackName(host) && !known.has(host)) throw faults.wrongHost();
    if (!safe.has(request.method) && !isOwn(request)) throw faults.crossOrigin();
  });
}
