import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { startTestServer } from './test/startTestServer.ts';

const json = { 'content-type': 'application/json' };

interface ToldProblem {
  readonly status: number;
  readonly code: string;
  readonly help: string;
}

async function problemIn(response: Response): Promise<ToldProblem> {
  assert.match(response.headers.get('content-type') ?? '', /application\/problem\+json/);
  const problem = (await response.json()) as ToldProblem;
  assert.equal(problem.status, response.status);
  assert.ok(problem.help.length > 0);
  return problem;
}

test('a malformed body is refused and told where it is wrong', async (t) => {
  const { call } = await startTestServer(t);
  const post = async (body: string, headers: Record<string, string> = json): Promise<string> => {
    const problem = await problemIn(await call('/api/session', { method: 'POST', headers, body }));
    return `${problem.status} ${problem.code}`;
  };
  assert.equal(await post('{"account": '), '400 server.badRequest');
  assert.equal(await post(''), '400 server.badRequest');
  assert.equal(await post('[]'), '400 server.badRequest');
  assert.equal(await post('{"account": 100001, "password": "x"}'), '400 server.badRequest');
  assert.equal(await post('{"account": "100001", "password": "x", "more": 1}'), '400 server.badRequest');
  assert.equal(await post('{"__proto__": {"admin": true}, "account": "100001"}'), '400 server.badRequest');
  assert.equal(await post('<account/>', { 'content-type': 'text/xml' }), '415 server.unsupportedType');
  assert.equal(await post('x'.repeat(5_000)), '413 server.tooLarge');
});

test('a query that no database can answer is refused, not stumbled over', async (t) => {
  const { call, signIn } = await startTestServer(t);
  const headers = { cookie: await signIn('officer') };
  const get = async (address: string): Promise<string> =>
    `${(await problemIn(await call(address, { headers }))).status} ${address}`;
  for (const address of [
    '/api/cases?text=%00',
    '/api/things?at=0000-01-01T00:00:00%2B23:59',
    '/api/screen?at=0001-01-01T00:00:00Z',
    '/api/timeline?to=0000-01-01T00:00:00%2B23:59',
  ]) {
    assert.equal(await get(address), `400 ${address}`);
  }
});

test('an unknown address gets a fault, not a page of the framework', async (t) => {
  const { call } = await startTestServer(t);
  assert.equal((await problemIn(await call('/api/nothing'))).code, 'server.notFound');
  assert.equal((await problemIn(await call('/api/%zz'))).status, 400);
});

test('a page of another site can not act in the name of somebody signed in here', async (t) => {
  const { call, signIn, server } = await startTestServer(t);
  const cookie = await signIn('officer');
  const end = async (headers: Record<string, string>): Promise<number> =>
    (await call('/api/session', { method: 'DELETE', headers: { cookie, ...headers } })).status;
  assert.equal(await end({ origin: 'https://evil.example' }), 403);
  assert.equal(await end({ origin: 'null' }), 403);
  assert.equal(await end({ 'sec-fetch-site': 'cross-site', origin: server.address }), 403);
  assert.equal(await end({ origin: server.address.replace('http:', 'https:').replace(/\d+$/, '1') }), 403);
  assert.equal(await end({ origin: server.address }), 204);
});

/** Sends bytes as they are and gives everything that comes back until the server hangs up. */
function raw(address: string, bytes: string): Promise<string> {
  const { port, hostname } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

test('a name rebound to this machine is not answered', async (t) => {
  const { server } = await startTestServer(t);
  const answer = await raw(
    server.address,
    'GET /api/city HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n',
  );
  assert.match(answer, /^HTTP\/1.1 421 /);
});

test('a name that a proxy passes on is answered where it is known, with a cookie for https alone', async (t) => {
  const { server } = await startTestServer(t, { proxiedNames: ['city.example'], https: true });
  const address = server.address.replace('https:', 'http:');
  const body = JSON.stringify({ account: '100001', password: 'example-pass-1' });
  const request = [
    'POST /api/session HTTP/1.1',
    'Host: city.example',
    'Origin: https://city.example',
    'X-Forwarded-For: 192.0.2.9',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  const answer = await raw(address, `${request.join('\r\n')}\r\n\r\n${body}`);
  assert.match(answer, /^HTTP\/1.1 200 /);
  assert.match(answer, /set-cookie: __Host-yiwang=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure/i);
  assert.match(answer, /strict-transport-security/i);
});

test('bytes that are no HTTP, and headers without end, are refused and hung up on', async (t) => {
  const { server } = await startTestServer(t);
  assert.match(await raw(server.address, 'GRÜSSE\r\n\r\n'), /^HTTP\/1.1 400 [^]*server\.malformedHttp/);
  const long = `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`;
  assert.match(await raw(server.address, long), /^HTTP\/1.1 431 [^]*server\.headersTooLarge/);
});

test('a body that is sent too slowly is hung up on', async (t) => {
  const { server } = await startTestServer(t, { timeouts: { headers: 300, request: 500, look: 100 } });
  const slow =
    'POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{';
  assert.match(await raw(server.address, slow), /^HTTP\/1.1 408 /);
});

test('a forged or stale cookie is nobody', async (t) => {
  const { call } = await startTestServer(t);
  for (const cookie of ['yiwang=', `yiwang=${'A'.repeat(43)}`, "yiwang=' OR 1=1 --", `yiwang=${'x'.repeat(8_000)}`]) {
    assert.equal((await problemIn(await call('/api/session', { headers: { cookie } }))).code, 'server.notSignedIn');
  }
});
