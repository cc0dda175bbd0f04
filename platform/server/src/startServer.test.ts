import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { startTestServer } from './test/startTestServer.ts';

test('a started server is live and ready and answers with the headers of a careful site', async (t) => {
  const { call } = await startTestServer(t);
  assert.equal((await call('/health')).status, 200);
  const ready = await call('/ready');
  assert.equal(ready.status, 200, await ready.text());
  const city = await call('/api/city');
  assert.equal(city.status, 200);
  assert.match(city.headers.get('content-security-policy') ?? '', /script-src 'self';/);
  assert.equal(city.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(((await city.json()) as { simulated: boolean }).simulated, true);
});

test('the API describes itself', async (t) => {
  const { call } = await startTestServer(t);
  const response = await call('/api/openapi.json');
  assert.equal(response.status, 200);
  const { paths } = (await response.json()) as { paths: Record<string, unknown> };
  assert.ok(paths['/api/session'] !== undefined && paths['/api/city'] !== undefined);
});

test('a problem is told in the language of the reader with the id of the request', async (t) => {
  const { call } = await startTestServer(t);
  const headers = { 'accept-language': 'en', 'x-request-id': 'test-request-1' };
  const response = await call('/api/session', { headers });
  assert.equal(response.status, 401);
  assert.match(response.headers.get('content-type') ?? '', /application\/problem\+json/);
  const problem = (await response.json()) as { code: string; title: string; instance: string };
  assert.deepEqual(
    [problem.code, problem.title, problem.instance],
    ['server.notSignedIn', 'Not signed in', 'test-request-1'],
  );
  const zh = (await (await call('/api/session')).json()) as { title: string };
  assert.equal(zh.title, '未登录');
});

test('a sign-in opens a session that its sign-out ends', async (t) => {
  const { call, signIn, db, server } = await startTestServer(t);
  const cookie = await signIn('officer');
  assert.match(cookie, /^yiwang=[\w-]{43}$/);
  const me = await call('/api/session', { headers: { cookie } });
  assert.equal(me.status, 200);
  const session = (await me.json()) as { account: string; actions: string[] };
  assert.equal(session.account, '100001');
  assert.ok(session.actions.includes('case.read'));
  const origin = new URL(me.url).origin;
  assert.equal((await call('/api/session', { method: 'DELETE', headers: { cookie, origin } })).status, 204);
  assert.equal((await call('/api/session', { headers: { cookie } })).status, 401);
  await server.engines.sequencer.runOnce();
  const kinds = await db.query<{ kind: string }>(
    `SELECT kind FROM ledger.entry WHERE subject = 'account:100001' AND kind LIKE 'session.%' ORDER BY id`,
  );
  assert.deepEqual(
    kinds.map(({ kind }) => kind),
    ['session.opened', 'session.closed'],
  );
});

test('five wrong passwords lock the account for a while, whether or not it exists', async (t) => {
  const { call, clock } = await startTestServer(t);
  const attempt = async (account: string, password: string): Promise<{ status: number; after: string | null }> => {
    const response = await call('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password }),
    });
    return { status: response.status, after: response.headers.get('retry-after') };
  };
  for (const account of ['100001', '999999']) {
    for (let i = 0; i < 5; i++) assert.equal((await attempt(account, 'wrong')).status, 401);
    const locked = await attempt(account, 'example-pass-1');
    assert.equal(locked.status, 429);
    assert.equal(locked.after, '30');
  }
  clock.advance(31_000);
  assert.equal((await attempt('100001', 'example-pass-1')).status, 200);
});

test('many sign-ins from one address are refused for a while', async (t) => {
  const { call } = await startTestServer(t, { rateLimits: { signIn: 3 } });
  const statuses: number[] = [];
  for (let i = 0; i < 5; i++) {
    const response = await call('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: `30000${i}`, password: 'x' }),
    });
    statuses.push(response.status);
    if (response.status === 429) assert.ok(Number(response.headers.get('retry-after')) > 0);
  }
  assert.deepEqual(statuses, [401, 401, 401, 429, 429]);
});

test('a session that is idle for two hours is over', async (t) => {
  const { call, signIn, clock } = await startTestServer(t);
  const cookie = await signIn('officer');
  clock.advance(121 * 60_000);
  assert.equal((await call('/api/session', { headers: { cookie } })).status, 401);
});

test('a request under way ends well when the server stops', async (t) => {
  const { server, call, signIn, logged } = await startTestServer(t);
  const under = signIn('officer');
  while (!logged().includes('incoming request')) await new Promise((resolve) => setTimeout(resolve, 1));
  await server.close();
  assert.match(await under, /^yiwang=/);
  await assert.rejects(call('/health'));
});

test('headers that come too slowly are hung up on', async (t) => {
  const { server } = await startTestServer(t, { timeouts: { headers: 300, request: 600, look: 100 } });
  const { port, hostname } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  socket.write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n');
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
  });
  assert.match(answer, /^HTTP\/1.1 408 /);
  assert.match(answer, /server\.tooSlow/);
});

test('behind a proxy, a client of the same private network can not talk around the limit by address', async (t) => {
  const { call } = await startTestServer(t, { proxiedNames: ['city.example'], rateLimits: { signIn: 3 } });
  const tries: number[] = [];
  for (const last of [1, 2, 3, 4]) {
    const response = await call('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${last}, 10.1.2.3` },
      body: JSON.stringify({ account: `88000${last}`, password: 'x' }),
    });
    tries.push(response.status);
  }
  assert.deepEqual(tries, [401, 401, 401, 429]);
});
