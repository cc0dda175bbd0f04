import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '@yiwang/clock';
import { issueDeviceToken } from '../identity/deviceTokens.ts';
import { people, startTestServer, type Person } from '../test/startTestServer.ts';

/** For each route who is wrong for it by role. A new route without a line here turns this test red. */
const wrongPerson: Readonly<Record<string, Person | 'public'>> = {
  'GET /health': 'public',
  'GET /ready': 'public',
  'GET /metrics': 'officer',
  'GET /api/openapi.json': 'public',
  'GET /api/city': 'public',
  'GET /api/session': 'device',
  'POST /api/session': 'public',
  'POST /api/session/demo': 'public',
  'DELETE /api/session': 'device',
  'GET /api/live': 'device',
  'GET /api/screen': 'device',
  'GET /api/timeline': 'device',
  'GET /api/signs': 'device',
  'GET /api/signs/:indicator': 'device',
  'GET /api/signs/:indicator/series': 'device',
  'GET /api/things': 'device',
  'GET /api/cases': 'device',
  'GET /api/openings': 'admin',
  'POST /api/cases': 'admin',
  'GET /api/cases/:region/:id': 'device',
  'GET /api/cases/:region/:id/diagram': 'device',
  'GET /api/cases/:region/:id/entries': 'device',
  'POST /api/cases/:region/:id/tasks/:task/claim': 'admin',
  'POST /api/cases/:region/:id/commands': 'admin',
  'POST /api/cases/commands': 'admin',
  'GET /api/cases/:region/:id/receipt': 'device',
  'POST /api/cases/:region/:id/tasks/:task/complete': 'admin',
  'GET /api/tasks': 'device',
  'GET /api/workload': 'team',
  'GET /api/views': 'device',
  'GET /api/views/counts': 'device',
  'POST /api/views': 'device',
  'DELETE /api/views/:name': 'device',
  'POST /api/cases/:region/:id/files': 'admin',
  'GET /api/files/:hash': 'device',
  'POST /sta/v1.1/Observations': 'officer',
  'POST /sta/v1.1/CreateObservations': 'officer',
  'GET /api/reports': 'device',
  'POST /api/reports': 'team',
  'GET /api/reports/compare': 'device',
  'GET /api/reports/:id': 'device',
  'POST /api/reports/:id/corrections': 'verifier',
  'POST /api/reports/:id/choices': 'admin',
  'POST /api/reports/:id/withdrawal': 'team',
  'GET /api/reports/:id/export': 'device',
  'GET /api/rules': 'team',
  'GET /api/rules/:code': 'team',
  'POST /api/rules/:code/tests': 'team',
  'POST /api/rules/:code/what-if': 'team',
  'POST /api/rules/:code/what-if/entities': 'verifier',
  'GET /api/rules/:code/entities': 'verifier',
  'POST /api/rules/:code/explanation': 'verifier',
  'POST /api/rules/:code/versions': 'officer',
  'POST /api/rules/:code/versions/:number/withdrawal': 'supervisor',
  'GET /api/processes': 'team',
  'GET /api/processes/:app/:process': 'team',
  'GET /api/processes/:app/:process/flow': 'team',
  'GET /api/processes/:app/:process/difference': 'team',
  'POST /api/processes/check': 'officer',
  'POST /api/processes/:app/:process/draft': 'supervisor',
  'DELETE /api/processes/:app/:process/draft': 'officer',
  'POST /api/processes/:app/:process/versions': 'officer',
  'POST /api/processes/:app/:process/migration': 'verifier',
  'GET /api/registers/:register/entities': 'verifier',
  'GET /api/registers/:register/entities/:region/:code': 'verifier',
  'POST /api/registers/:register/entities/:region/:code': 'officer',
  'GET /api/decisions': 'team',
  'GET /api/decisions/:id/openapi.json': 'team',
  'POST /api/decisions/:id': 'device',
  'POST /api/decisions/:id/bulk': 'device',
  'GET /api/ledger': 'device',
  'GET /api/ledger/:region/entries': 'device',
  'GET /api/ledger/:region/entries/:id/receipt': 'device',
  'POST /api/ledger/:region/verify': 'team',
};

const examples: Readonly<Record<string, string>> = {
  region: '990101',
  id: uuidv7(),
  task: uuidv7(),
  indicator: 'water-level',
  hash: 'a'.repeat(64),
};

function addressOf(url: string): string {
  return url.replace(/:(\w+)/g, (_whole, name: string) => examples[name] ?? 'x');
}

/** As if passed on from another machine: what is open to this machine alone must be closed then. */
const fromAfar = { 'x-forwarded-for': '192.0.2.1' };

test('every route refuses nobody and the wrong person, unless it is public', async (t) => {
  const { server, call, signIn, logged, db, clock } = await startTestServer(t);
  const routes = server.routes.filter(({ method }) => method !== 'HEAD');
  assert.deepEqual(
    routes.map(({ method, url }) => `${method} ${url}`).toSorted(),
    Object.keys(wrongPerson).toSorted(),
    'each route has its line in wrongPerson',
  );
  const cookies = new Map<Person, string>();
  const token = await db.transaction((tx) => issueDeviceToken(tx, clock, people.officer, 'system:test'));
  const signedInAs = async (person: Person, url: string): Promise<Record<string, string>> => {
    if (url.startsWith('/sta/')) return { authorization: `Bearer ${token}` };
    const cookie = cookies.get(person) ?? (await signIn(person));
    cookies.set(person, cookie);
    return { cookie };
  };
  for (const { method, url, action } of routes) {
    const route = `${method} ${url}`;
    const person = wrongPerson[route] ?? 'public';
    assert.equal(action === 'public', person === 'public', `${route} is public exactly when the table says so`);
    if (person === 'public') continue;
    const origin = server.address;
    const nobody = await call(addressOf(url), { method, headers: { ...fromAfar, origin } });
    assert.equal(nobody.status, 401, `${route} as nobody`);
    const wrong = await call(addressOf(url), {
      method,
      headers: { ...fromAfar, origin, ...(await signedInAs(person, url)) },
    });
    assert.equal(wrong.status, 403, `${route} as ${person}`);
    assert.match(logged(), new RegExp(`"action":"${action.replace('.', '\\.')}"`), 'a refusal is logged');
  }
});

test('a HEAD request is guarded as its GET is', async (t) => {
  const { server, call } = await startTestServer(t);
  for (const { method, url, action } of server.routes) {
    if (method !== 'HEAD' || action === 'public') continue;
    assert.equal((await call(addressOf(url), { method, headers: fromAfar })).status, 401, url);
  }
});

test('refusals are counted', async (t) => {
  const { call, signIn } = await startTestServer(t);
  await call('/api/session');
  await call('/metrics', { headers: { ...fromAfar, cookie: await signIn('officer') } });
  const text = await (await call('/metrics')).text();
  assert.match(text, /yiwang_denied_total\{action="session.read",why="nobody"\} 1/);
  assert.match(text, /yiwang_denied_total\{action="metrics.read",why="policy"\} 1/);
});

test('metrics are read with their token from another machine', async (t) => {
  const { call } = await startTestServer(t, { metricsToken: 'example-token' });
  const read = async (token: string): Promise<number> =>
    (await call('/metrics', { headers: { ...fromAfar, authorization: `Bearer ${token}` } })).status;
  assert.equal(await read('example-token'), 200);
  assert.equal(await read('another'), 401);
});
