import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import { serverFaults as faults } from '../faults.ts';
import { findRequestDevice } from '../http/deviceSignIn.ts';
import type { Http } from '../http/http.ts';
import { isFromThisMachine } from '../http/loopback.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Limiters } from '../http/rateLimits.ts';
import { readSessionCookie } from '../http/sessionCookie.ts';
import { findSession } from '../identity/findSession.ts';
import { hashOfToken } from '../identity/token.ts';
import type { Action } from './actions.ts';
import type { Guard } from './guard.ts';

export interface GuardOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly metrics: Metrics;
  readonly limiters: Limiters;
  readonly https: boolean;
  /** Lets a collector on another machine read /metrics; undefined lets none. */
  readonly metricsToken: string | undefined;
}

export interface GuardedRoute {
  readonly method: string;
  readonly url: string;
  readonly action: Action | 'public';
}

/**
 * Default deny: a route that declares no action is not registered at all; one that declares it is answered only to an account
 * that the policies allow it. What an account may do with this or that row is asked again where the row is known.
 * Gives the list of routes, which fills as they are registered.
 */
export function guardRoutes(http: Http, options: GuardOptions): readonly GuardedRoute[] {
  const { db, clock, guard, limiters, https } = options;
  http.decorateRequest('signedIn', undefined);
  http.decorateRequest('sessionToken', undefined);
  http.decorateRequest('ownDatastreams', undefined);
  const routes: GuardedRoute[] = [];
  http.addHook('onRoute', ({ method, url, config }) => {
    const action = config?.action;
    if (action === undefined) throw faults.routeWithoutAction({ route: `${String(method)} ${url}` });
    for (const one of [method].flat()) routes.push({ method: one, url, action });
  });
  http.addHook('onRequest', async (request) => {
    await limiters.byAddress(request);
    const { action, door } = request.routeOptions.config;
    if (action === undefined || action === 'public') return; // no action here means that no route was found
    if (door === 'metrics' && isMetricsReader(request, options.metricsToken)) return;
    if (door === 'device') {
      const device = await findRequestDevice(db, request);
      request.signedIn = device?.who;
      request.ownDatastreams = device?.datastreams;
    } else {
      request.sessionToken = readSessionCookie(request, https);
      if (request.sessionToken !== undefined) request.signedIn = await findSession(db, clock, request.sessionToken);
    }
    const who = request.signedIn;
    if (who === undefined) {
      options.metrics.denied.inc({ action, why: 'nobody' });
      throw faults.notSignedIn();
    }
    await limiters.byAccount(request);
    guard.requireAtHome(request, who, action);
  });
  return routes;
}

function isMetricsReader(request: FastifyRequest, token: string | undefined): boolean {
  if (isFromThisMachine(request)) return true;
  const [scheme, given] = (request.headers.authorization ?? '').split(' ', 2);
  if (token === undefined || given === undefined || scheme?.toLowerCase() !== 'bearer') return false;
  return timingSafeEqual(hashOfToken(given), hashOfToken(token));
}
