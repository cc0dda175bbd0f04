import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { migrate, openDatabase, startEmbedded } from '@yiwang/postgres';
import { serverMigrations } from './serverMigrations.ts';
import { startTestServer } from './test/startTestServer.ts';

test('a database that goes away gives 503 and when to come back, and all resumes by itself', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-down-'));
  const settings = { fsync: 'off' };
  let postgres = await startEmbedded({ folder, settings });
  const admin = openDatabase({ connection: { socket: postgres.socket, database: 'postgres' }, size: 1 });
  await admin.query('CREATE DATABASE city');
  await admin.close();
  const db = openDatabase({ connection: { socket: postgres.socket, database: 'city' } });
  t.after(async () => {
    await db.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await migrate(db, serverMigrations);
  const { call, signIn, server } = await startTestServer(t, { db, automatic: true });
  const cookie = await signIn('officer');
  await postgres.stop();

  const down = await call('/api/session', { headers: { cookie } });
  assert.equal(down.status, 503);
  assert.ok(Number(down.headers.get('retry-after')) > 0);
  assert.equal(((await down.json()) as { code: string }).code, 'server.databaseDown');
  const ready = await call('/ready');
  assert.equal(ready.status, 503);
  assert.doesNotMatch(
    await ready.text(),
    /yiwang-down-|ENOENT|ECONN|[Cc]onnect/,
    'where the database is is nobody’s business',
  );
  assert.equal((await call('/health')).status, 200);

  postgres = await startEmbedded({ folder, settings });
  let status = 0;
  for (let i = 0; i < 100 && status !== 200; i++) {
    await wait(100);
    status = (await call('/ready')).status;
  }
  assert.equal(status, 200);
  assert.equal((await call('/api/session', { headers: { cookie } })).status, 200);
  await server.close();
});
