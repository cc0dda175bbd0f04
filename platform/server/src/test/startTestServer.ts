import { PassThrough } from 'node:stream';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';
import { manualClock, type ManualClock } from '@yiwang/clock';
import { testDatabase, type Database } from '@yiwang/postgres';
import { loadModels } from '../loadModels.ts';
import { createAccount } from '../identity/createAccount.ts';
import { saveOrganisations } from '../identity/saveOrganisations.ts';
import type { SignedIn } from '../identity/principal.ts';
import { serverMigrations } from '../serverMigrations.ts';
import { startServer, type Server, type ServerOptions } from '../startServer.ts';

const city = fileURLToPath(new URL('../../../../cities/example/', import.meta.url));
/** The fictional city, as a drill. */
export const exampleModels = loadModels(city, true);

/** One of each role in the city, teams of the east and the west, and a device and an officer of the east. */
export const people = {
  officer: { account: '100001', roles: ['duty-officer'], region: '990100', organisation: 'ex.ops' },
  eastOfficer: { account: '100002', roles: ['duty-officer'], region: '990101', organisation: 'ex.ops' },
  team: { account: '200001', roles: ['field-team'], region: '990101', organisation: 'ex.water.team1' },
  westTeam: { account: '200002', roles: ['field-team'], region: '990102', organisation: 'ex.water.team2' },
  verifier: { account: '300001', roles: ['verifier'], region: '990100', organisation: 'ex.ops' },
  supervisor: { account: '400001', roles: ['supervisor'], region: '990100', organisation: 'ex.ops' },
  policyOfficer: { account: '600001', roles: ['policy-officer'], region: '990100', organisation: 'ex.economy' },
  admin: { account: '900001', roles: ['admin'], region: '990100', organisation: 'ex.ops' },
  device: { account: '500001', roles: ['device'], region: '990101', organisation: 'ex.water' },
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
  await saveOrganisations(db, exampleModels.city.organisations);
  await db.transaction(async (tx) => {
    for (const who of Object.values(people)) await createAccount(tx, clock, { ...who, password }, 'system:test');
  });
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'yiwang-server-'));
  t.after(() => rmSync(dataFolder, { recursive: true, force: true }));
  const stream = new PassThrough();
  let log = '';
  stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const server = await startServer({
    db,
    clock,
    models: exampleModels,
    host: '127.0.0.1',
    port: 0,
    embedded: true,
    dataFolder,
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
