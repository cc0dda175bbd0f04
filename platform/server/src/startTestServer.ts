import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import { manualClock, type ManualClock } from '@yiwang/clock';
import { testDatabase, type Database } from '@yiwang/postgres';
import { exampleCity } from './exampleCity.ts';
import { createAccount } from './identity/createAccount.ts';
import { saveOrganisations } from './identity/saveOrganisations.ts';
import type { SignedIn } from './identity/principal.ts';
import { serverMigrations } from './serverMigrations.ts';
import { startServer, type Server, type ServerOptions } from './startServer.ts';

/** One of each role in the east of the example city, and an officer of the west. */
export const people = {
  officer: { account: '200001', roles: ['duty-officer'], region: '990102', organisation: 'ex.east.water' },
  team: { account: '200002', roles: ['field-team'], region: '990102', organisation: 'ex.east.water.team1' },
  verifier: { account: '200003', roles: ['verifier'], region: '990102', organisation: 'ex.east.water' },
  supervisor: { account: '200004', roles: ['supervisor'], region: '990100', organisation: 'ex' },
  admin: { account: '200005', roles: ['admin'], region: '990100', organisation: 'ex' },
  device: { account: '200006', roles: ['device'], region: '990102', organisation: 'ex.east.water' },
  westOfficer: { account: '200007', roles: ['duty-officer'], region: '990103', organisation: 'ex.west.water' },
} as const satisfies Record<string, SignedIn>;

export type Person = keyof typeof people;
export const password = 'example-pass-1';

export interface TestServer {
  readonly server: Server;
  readonly db: Database;
  readonly clock: ManualClock;
  /** Everything that was logged, as text. */
  readonly logged: () => string;
  /** Signs in and gives the cookie. */
  readonly signIn: (person: Person) => Promise<string>;
  readonly call: (path: string, init?: RequestInit) => Promise<Response>;
}

/** A whole server on a database of its own, on a free port of loopback. */
export async function startTestServer(t: TestContext, options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const db = options.db ?? (await testDatabase(t, serverMigrations));
  const clock = manualClock('2026-11-20T01:00:00Z');
  await saveOrganisations(db, exampleCity.organisations);
  await db.transaction(async (tx) => {
    for (const who of Object.values(people)) await createAccount(tx, clock, { ...who, password }, 'system:test');
  });
  const stream = new PassThrough();
  let log = '';
  stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const server = await startServer({
    db,
    clock,
    city: exampleCity,
    host: '127.0.0.1',
    port: 0,
    embedded: true,
    automatic: false,
    log: { level: 'info', stream },
    ...options,
  });
  t.after(() => server.close());
  const call = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${server.address}${path}`, init);
  return {
    server,
    db,
    clock,
    logged: () => log,
    call,
    async signIn(person) {
      const response = await call('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account: people[person].account, password }),
      });
      const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
      return cookie;
    },
  };
}
