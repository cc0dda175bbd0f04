import type { FastifyRequest } from 'fastify';
import type { Sql } from '@yiwang/postgres';
import { findDevice as findThing } from '@yiwang/sense';
import { findDevice } from '../identity/deviceTokens.ts';
import type { SignedIn } from '../identity/principal.ts';

export interface SignedInDevice {
  readonly who: SignedIn;
  /** What it may write to; undefined for a gateway's account, which may write within its region. */
  readonly datastreams: ReadonlySet<string> | undefined;
}

/**
 * A device signs in with each request. A gateway: `Authorization: Bearer TOKEN`, or Basic with its account number and token.
 * A thing: Basic with the same credential that it uses by MQTT; it may write to its own datastreams only.
 */
export async function findRequestDevice(sql: Sql, request: FastifyRequest): Promise<SignedInDevice | undefined> {
  const given = request.headers.authorization;
  if (given === undefined || given.length > 500) return undefined;
  const [scheme = '', credentials = ''] = given.split(' ', 2);
  if (scheme.toLowerCase() === 'bearer') return asGateway(await findDevice(sql, credentials));
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const [username, token] = [text.slice(0, colon), text.slice(colon + 1)];
  if (/^\d{6}$/.test(username)) return asGateway(await findDevice(sql, token, username));
  const thing = await findThing(sql, username, token);
  if (thing === undefined) return undefined;
  const who = { account: thing.username, roles: ['device'], region: thing.region, organisation: 'device' };
  return { who, datastreams: thing.datastreams };
}

function asGateway(who: SignedIn | undefined): SignedInDevice | undefined {
  return who === undefined ? undefined : { who, datastreams: undefined };
}
