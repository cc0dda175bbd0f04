import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignedIn } from '../identity/principal.ts';
import type { Action } from '../access/actions.ts';

/** The Fastify instance with types from the contract's schemas. */
export type Http = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the policies decide about; `public` only where nobody needs to be signed in. A route without it is refused. */
    action?: Action | 'public';
    /** Who may also come in: a device by its own token, or the machine itself for metrics. */
    door?: 'device' | 'metrics';
  }
  interface FastifyRequest {
    /** Undefined on a public route where nobody is signed in. */
    signedIn: SignedIn | undefined;
    /** The session's token, to end it by. */
    sessionToken: string | undefined;
    /** The datastreams that a thing may write to by its own credential; undefined for an account, whose region counts. */
    ownDatastreams: ReadonlySet<string> | undefined;
  }
}
