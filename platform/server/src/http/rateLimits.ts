import type { FastifyRequest } from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { serverFaults as faults } from '../faults.ts';
import type { Http } from './http.ts';

/** All a minute. */
export interface RateLimits {
  /** Requests from one address: an office behind one address is many people. */
  readonly perAddress: number;
  /** Requests of one account; a screen with its details makes about 20. */
  readonly perAccount: number;
  /** Requests of one device, which may send every observation by itself. */
  readonly perDevice: number;
  /** Tries to sign in, from one address. */
  readonly signIn: number;
}

export const usualRateLimits: RateLimits = { perAddress: 6_000, perAccount: 1_200, perDevice: 30_000, signIn: 20 };

type Limit = (request: FastifyRequest) => Promise<void>;

export interface Limiters {
  readonly byAddress: Limit;
  readonly byAccount: Limit;
  readonly signIn: Limit;
}

/** How many addresses or accounts are remembered at the most; the ones not seen for longest are forgotten first. */
const remembered = 20_000;

export async function addRateLimits(http: Http, limits: RateLimits): Promise<Limiters> {
  await http.register(rateLimit, { global: false, cache: remembered });
  const limiter = (max: number, keyGenerator?: (request: FastifyRequest) => string): Limit => {
    const take = http.createRateLimit({
      max,
      timeWindow: 60_000,
      ...(keyGenerator === undefined ? {} : { keyGenerator }),
    });
    return async (request) => {
      const taken = await take(request);
      if (!taken.isAllowed && taken.isExceeded)
        throw faults.tooManyRequests({ seconds: Math.max(1, taken.ttlInSeconds) });
    };
  };
  const ofAccount = (request: FastifyRequest): string => request.signedIn?.account ?? 'nobody';
  const people = limiter(limits.perAccount, ofAccount);
  const devices = limiter(limits.perDevice, ofAccount);
  const address = limiter(limits.perAddress);
  const deviceAddress = limiter(limits.perDevice);
  const isDoor = (request: FastifyRequest): boolean => request.routeOptions.config.door === 'device';
  return {
    byAddress: (request) => (isDoor(request) ? deviceAddress(request) : address(request)),
    byAccount: (request) => (isDoor(request) ? devices(request) : people(request)),
    signIn: limiter(limits.signIn),
  };
}
