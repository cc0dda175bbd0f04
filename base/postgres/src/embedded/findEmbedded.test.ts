import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { findEmbedded, openDatabase, startEmbedded } from '../index.ts';

test('the server of a folder is found while it runs, and not before or after', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-find-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  assert.equal(findEmbedded(folder), undefined);
  const server = await startEmbedded({ folder, settings: { fsync: 'off' } });
  t.after(() => server.stop());
  const found = findEmbedded(folder);
  assert.equal(found?.pid, server.pid);
  const db = openDatabase({ connection: { socket: found?.socket ?? '', database: 'postgres' }, size: 1 });
  assert.deepEqual(await db.query('SELECT 1 AS one'), [{ one: 1 }]);
  await db.close();
  await server.stop();
  assert.equal(findEmbedded(folder), undefined);
});
