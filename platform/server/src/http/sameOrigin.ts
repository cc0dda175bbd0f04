import type { FastifyRequest } from 'fastify';
import { serverFaults as faults } from '../faults.ts';
import type { Http } from './http.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(request: FastifyRequest): string {
  return (request.headers.host ?? '').toLowerCase();
}

function isLoopbackName(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
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

/** Where the server listens on loopback it answers to loopback names only, or a name rebound to 127.0.0.1 could read it. */
export function addSameOrigin(http: Http, onLoopback: boolean): void {
  http.addHook('onRequest', async (request) => {
    if (onLoopback && !isLoopbackName(hostOf(request))) throw faults.wrongHost();
    if (!safe.has(request.method) && !isOwn(request)) throw faults.crossOrigin();
  });
}
