import type { FastifyRequest } from 'fastify';
import { serverFaults as faults } from '../faults.ts';
import type { SignedIn } from '../identity/principal.ts';

/** @throws server.notSignedIn */
export function signedInOf(request: FastifyRequest): SignedIn {
  if (request.signedIn === undefined) throw faults.notSignedIn();
  return request.signedIn;
}
