import type { FastifyRequest } from 'fastify';
import type { Sql } from '@yiwang/postgres';
import { findDevice } from '../identity/deviceTokens.ts';
import type { SignedIn } from '../identity/principal.ts';

/** A device signs in with each request: `Authorization: Bearer TOKEN`, or Basic with its number and the token. */
export async function findRequestDevice(sql: Sql, request: FastifyRequest): Promise<SignedIn | undefined> {
  const given = request.headers.authorization;
  if (given === undefined || given.length > 500) return undefined;
  const [scheme = '', credentials = ''] = given.split(' ', 2);
  if (scheme.toLowerCase() === 'bearer') return findDevice(sql, credentials);
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : findDevice(sql, text.slice(colon + 1), text.slice(0, colon));
}
