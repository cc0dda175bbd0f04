import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueueViewList, ViewCounts, Workload } from '@yiwang/contract';
import { startTestServer, type Person } from '../test/startTestServer.ts';

test('a view is kept for its account alone, replaced under its name, and forgotten', async (t) => {
  const { call, signIn, server } = await startTestServer(t);
  const cookies = { officer: await signIn('officer'), team: await signIn('team') };
  const ask = async (person: keyof typeof cookies & Person, method: string, path: string, body?: object) => {
    const response = await call(path, {
      method,
      headers: {
        cookie: cookies[person],
        origin: server.address,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as QueueViewList & { code?: string } };
  };
  const view = { name: '西区 临期', filters: { light: 'due', region: '990102' } };
  assert.equal((await ask('officer', 'POST', '/api/views', view)).status, 200);
  assert.deepEqual((await ask('team', 'GET', '/api/views')).body.views, []);
  const other = { ...view, filters: { light: 'over' } };
  assert.deepEqual((await ask('officer', 'POST', '/api/views', other)).body.views, [other]);
  const gone = await ask('officer', 'DELETE', `/api/views/${encodeURIComponent(view.name)}`);
  assert.deepEqual(gone.body.views, []);
  const odd = await ask('officer', 'POST', '/api/views', { name: ' ', filters: {} });
  assert.equal(odd.status, 400);
  const filled = await Promise.all(
    Array.from({ length: 21 }, (_none, n) => ask('officer', 'POST', '/api/views', { ...view, name: `v${n}` })),
  );
  assert.deepEqual(
    filled.flatMap(({ status, body }) => (status === 200 ? [] : [body.code])),
    ['server.tooManyViews'],
  );
});

test('who dispatches sees how much there is to do; nobody else is told about others', async (t) => {
  const { call, signIn } = await startTestServer(t);
  const response = await call('/api/workload?region=990101', { headers: { cookie: await signIn('officer') } });
  assert.equal(response.status, 200);
  const { total, people } = (await response.json()) as Workload;
  assert.deepEqual([total, people], [{ open: 0, due: 0, over: 0, untaken: 0 }, []]);
  const counted = await call('/api/views/counts', { headers: { cookie: await signIn('team') } });
  assert.equal(counted.status, 200);
  assert.deepEqual(((await counted.json()) as ViewCounts).counts['team'], { total: 0, more: false });
  assert.equal((await call('/api/workload', { headers: { cookie: await signIn('team') } })).status, 403);
});
