import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { ledgerMigrations } from '@yiwang/ledger';
import { migrate, openDatabase, startEmbedded } from '@yiwang/postgres';
import { judgeMigrations } from '../migrations.ts';
import { firms, makeFirms } from '../register/fixtures/firms.ts';
import { importEntities } from '../register/importEntities.ts';
import { prepareRegister } from '../register/prepareRegister.ts';
import { assertTrue, edit, matchingOf, morning } from './fixtures/matchingSetUp.ts';

test('with the database away it still answers, takes the date up, and catches up when it is back', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-matching-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startEmbedded({ folder });
  t.after(() => server.stop());
  const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
  await migrate(db, [ledgerMigrations, judgeMigrations]);
  await db.transaction(async (tx) => {
    await prepareRegister(tx, firms);
    await importEntities(tx, morning(), firms, makeFirms(500), { actor: 'system:feed', reason: '导入' });
  });
  const clock = morning();
  const matching = await matchingOf(t, db, clock);
  await assertTrue(db, matching);
  const before = await matching.totals();
  await server.stop();
  await assert.rejects(matching.refresh());
  assert.equal(matching.state().status, 'waiting');
  assert.deepEqual(await matching.totals(), before);
  clock.set(new Date('2031-04-01T00:00:00Z'));
  await assert.rejects(matching.refresh());
  assert.equal(matching.state().asOf, '2031-04-01');
  assert.notDeepEqual(await matching.totals(), before);
  const again = await startEmbedded({ folder });
  t.after(() => again.stop());
  // Another connection changes it before this one has noticed that the server is back.
  const other = openDatabase({ connection: { socket: again.socket, database: 'postgres' } });
  await edit(other, '990101', 'NEW', { employees: 5000, sector: 'made', research: '1.00' });
  await assertTrue(other, matching, 150, '2031-04-01');
  assert.equal(matching.state().status, 'current');
  await other.close();
  await matching.stop();
  await db.close();
  await again.stop();
});
