import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { manualClock } from '@yiwang/clock';
import { testDatabase } from '@yiwang/postgres';
import { decideInstallation } from './identity/demoInstallation.ts';
import { serverMigrations } from './serverMigrations.ts';
import { exampleModels, startTestServer, type TestServer } from './test/startTestServer.ts';

const body = JSON.stringify({ account: '100001' });

function demo({ call }: TestServer, headers: Record<string, string> = {}): Promise<Response> {
  return call('/api/session/demo', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

const clock = manualClock('2026-11-20T00:00:00Z');

test('one click signs in on loopback, on a data folder made as demo, with the embedded database', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  await decideInstallation(db, clock, 'demo');
  const started = await startTestServer(t, { db });
  assert.equal((await demo(started)).status, 200);
  const city = (await (await started.call('/api/city')).json()) as { demoAccounts: unknown[] };
  assert.equal(city.demoAccounts.length, exampleModels.city.demoAccounts.length);
});

test('one click is refused on a data folder that was not made as demo, and it can not become one', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  await decideInstallation(db, clock, 'real');
  await decideInstallation(db, clock, 'demo');
  const started = await startTestServer(t, { db });
  assert.equal((await demo(started)).status, 403);
  const city = (await (await started.call('/api/city')).json()) as { demoAccounts: unknown[] };
  assert.deepEqual(city.demoAccounts, []);
});

test('one click is refused on a database that DATABASE_URL names', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  await decideInstallation(db, clock, 'demo');
  assert.equal((await demo(await startTestServer(t, { db, embedded: false }))).status, 403);
});

test('one click is refused when the server listens beyond this machine, also to this machine', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  await decideInstallation(db, clock, 'demo');
  const started = await startTestServer(t, { db, host: '0.0.0.0' });
  assert.equal((await demo(started)).status, 403);
});

test('one click is refused to what a proxy on this machine passes on', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  await decideInstallation(db, clock, 'demo');
  const started = await startTestServer(t, { db });
  for (const name of ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via', 'x-real-ip', 'cf-ray']) {
    assert.equal((await demo(started, { [name]: '192.0.2.7' })).status, 403, name);
  }
});

test('one click is refused to HTTP/1.0, as nginx passes on without any header unless told', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  await decideInstallation(db, clock, 'demo');
  const { server } = await startTestServer(t, { db });
  const { port, host } = new URL(server.address);
  const head = `POST /api/session/demo HTTP/1.0\r\nhost: ${host}\r\ncontent-type: application/json\r\n`;
  const socket = connect(Number(port), '127.0.0.1');
  socket.end(`${head}content-length: ${body.length}\r\n\r\n${body}`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  assert.match(answer, /^HTTP\/1\.[01] 403 /);
});

test('an account that is no demo account can not be had by one click', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  await decideInstallation(db, clock, 'demo');
  const { call } = await startTestServer(t, { db });
  const response = await call('/api/session/demo', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: '900001' }),
  });
  assert.equal(response.status, 401);
});
