import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findEntries } from '@yiwang/ledger';
import { startTestServer, type TestServer } from '../test/startTestServer.ts';

const subject = { region: '990100', subject: 'decision:rainEvent' };
const json = { 'content-type': 'application/json' };

async function asOfficer(test: TestServer) {
  const cookie = await test.signIn('officer');
  return (path: string, init: { method?: string; body?: string; headers?: Record<string, string> } = {}) =>
    test.call(path, { ...init, headers: { cookie, origin: test.server.address, ...init.headers } });
}

test('a decision is taken with its reason, as of a day, and leaves an entry with hashes only', async (t) => {
  const server = await startTestServer(t);
  const call = await asOfficer(server);
  const response = await call('/api/decisions/rainEvent', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ input: { indicator: 'water-level', value: 0.4 }, trace: true }),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  assert.equal(response.status, 200, JSON.stringify(answer));
  assert.equal(answer['asOf'], '2026-11-20');
  assert.equal((answer['outputs'] as Record<string, unknown>)['grade'], 'red');
  assert.ok(Array.isArray(answer['trace']));
  const [entry] = await findEntries(server.db, subject);
  assert.match(JSON.stringify(entry?.body['input']), /^"[0-9a-f]{64}"$/);
  assert.ok(!JSON.stringify(entry).includes('water-level'));
});

test('a stream of inputs gives a line each, and a bad line is told without ending the others', async (t) => {
  const server = await startTestServer(t);
  const call = await asOfficer(server);
  const lines = [
    '{"indicator":"water-level","value":0.4}',
    '{"indicator":',
    '[]',
    '{"indicator":"rain","value":1}',
    '',
  ];
  const response = await call('/api/decisions/rainEvent/bulk', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: lines.join('\n'),
  });
  assert.equal(response.status, 200);
  const answers = (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { line: number; outputs?: unknown; problem?: { code: string } });
  assert.deepEqual(
    answers.map(({ line, outputs, problem }) => [line, outputs !== undefined, problem?.code]),
    [
      [1, true, undefined],
      [2, false, 'server.badRequest'],
      [3, false, 'server.badRequest'],
      [4, true, undefined],
    ],
  );
  const [entry] = await findEntries(server.db, subject);
  assert.deepEqual([entry?.body['answers'], entry?.body['whole']], [4, true]);
});

test('a line without end is refused before it fills the memory, and the next one is taken', async (t) => {
  const server = await startTestServer(t);
  const call = await asOfficer(server);
  const response = await call('/api/decisions/rainEvent/bulk', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `{"indicator":"${'x'.repeat(1_000_000)}"}\n{"indicator":"rain","value":1}`,
  });
  const text = await response.text();
  assert.match(text, /longer than 262144/);
  assert.match(text, /"line":2,"outputs"/);
});

test('each decision has its own OpenAPI document, made from its types', async (t) => {
  const server = await startTestServer(t);
  const call = await asOfficer(server);
  const list = (await (await call('/api/decisions')).json()) as { decisions: { id: string }[] };
  assert.ok(list.decisions.some(({ id }) => id === 'rainEvent'));
  const document = JSON.stringify(await (await call('/api/decisions/rainEvent/openapi.json')).json());
  assert.match(document, /"value":\{"anyOf":\[\{"type":"number"\},\{"type":"null"\}\]\}/);
  assert.match(document, /\/api\/decisions\/rainEvent\/bulk/);
  assert.equal((await call('/api/decisions/nothing/openapi.json')).status, 422);
});
