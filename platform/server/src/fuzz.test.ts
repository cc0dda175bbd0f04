import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '@yiwang/clock';
import { issueDeviceToken } from './identity/deviceTokens.ts';
import { seededRandom } from './test/seededRandom.ts';
import { people, startTestServer } from './test/startTestServer.ts';
import { datastream, registerTestStations } from './test/testStations.ts';

const random = seededRandom(20_261_122);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const rounds = Number(process.env['YIWANG_FUZZ'] ?? 250);
const open = { perAddress: 1_000_000, perAccount: 1_000_000, perDevice: 1_000_000, signIn: 1_000_000 };

const scalars = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  '',
  'x',
  '\u0000',
  '\ud800',
  '𝄞'.repeat(50),
  "'; DROP TABLE x; --",
  '%',
  '../..',
  '990101',
  uuidv7(),
  '2026-11-20T00:00:00Z',
  '9999-99-99T99:99:99Z',
  'a'.repeat(5_000),
  '{}',
  '__proto__',
  'constructor',
];

/** A JSON value, three levels deep at the most. */
function anything(depth = 3): unknown {
  const kind = random();
  if (depth === 0 || kind < 0.5) return pick(scalars);
  if (kind < 0.7) return Array.from({ length: Math.floor(random() * 4) }, () => anything(depth - 1));
  const keys = [
    'account',
    'password',
    'command',
    'form',
    'reason',
    'Datastream',
    '@iot.id',
    'result',
    'phenomenonTime',
    'dataArray',
    'components',
    '__proto__',
  ];
  return Object.fromEntries(Array.from({ length: Math.floor(random() * 4) }, () => [pick(keys), anything(depth - 1)]));
}

/** As a part of an address; a lone surrogate can't stand there. */
function encoded(value: unknown): string {
  return encodeURIComponent(String(value).toWellFormed());
}

test('random bodies and queries at every route never make the server fail', async (t) => {
  const { call, signIn, server, db, clock } = await startTestServer(t, { rateLimits: open });
  await registerTestStations(db);
  const token = await db.transaction((tx) => issueDeviceToken(tx, clock, people.device, 'system:test'));
  const cookie = await signIn('supervisor');
  const routes = server.routes.filter(
    ({ method, url }) => method !== 'HEAD' && url !== '/api/live' && method !== 'DELETE',
  );
  for (let round = 0; round < rounds; round++) {
    const { method, url } = pick(routes);
    const path = url.replace(/:\w+/g, () => encoded(pick(scalars)).slice(0, 300) || 'x');
    const names = ['region', 'at', 'from', 'to', 'text', 'after', 'limit', 'mine', 'state', 'light', 'more'];
    const query = Array.from({ length: Math.floor(random() * 4) }, () => {
      return `${pick(names)}=${encoded(pick(scalars)).slice(0, 2_000)}`;
    }).join('&');
    const headers: Record<string, string> = { origin: server.address, cookie, authorization: `Bearer ${token}` };
    let body = '';
    const init: RequestInit = { method, headers };
    if (method !== 'GET') {
      headers['content-type'] = 'application/json';
      body = JSON.stringify(anything());
      init.body = body;
    }
    const response = await call(`${path}?${query}`, init);
    const text = await response.text();
    assert.ok(response.status < 500, `${method} ${path}?${query}: ${response.status} ${text} for ${body}`);
    if (response.status >= 400) assert.match(text, /"help":/);
  }
});

test('bodies of torn JSON never make the server fail', async (t) => {
  const { call, db, clock } = await startTestServer(t, { rateLimits: open });
  await registerTestStations(db);
  const token = await db.transaction((tx) => issueDeviceToken(tx, clock, people.device, 'system:test'));
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"account"',
    ':',
    `"${datastream}"`,
    ',',
    '"result"',
    '\\u0000',
    '1e999',
    'null',
    '𝄞',
    '""',
  ];
  for (let round = 0; round < rounds; round++) {
    const body = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(pieces)).join('');
    const response = await call(pick(['/api/session', '/sta/v1.1/Observations', '/sta/v1.1/CreateObservations']), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
    assert.ok(response.status < 500, `${response.status} for ${body}`);
    await response.arrayBuffer();
  }
});
