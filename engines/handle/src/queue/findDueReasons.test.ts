import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { handleMigrations } from '../migrations.ts';
import { lampPorts, openLamp, region } from '../test/lampTown.ts';
import { findCases } from './findCases.ts';
import { findDueReasons } from './findDueReasons.ts';

test('a case is due by the clock that ends first; roles and skills find it by its open tasks', async (t) => {
  const db = await testDatabase(t, [ledgerMigrations, jobsMigrations, handleMigrations]);
  const { ports, clock } = lampPorts();
  const { case: id } = await openLamp(db, ports);
  assert.deepEqual(await findDueReasons(db, [{ region, id }]), [{ region, case: id, of: 'task', name: '处置' }]);
  await db.execute(`UPDATE handle.task SET skill = '登高' WHERE case_id = $1`, [id]);
  const rows = () => ({ sql: 'true', values: [] });
  const count = async (asks: { role?: string; skill?: string }) =>
    (await findCases(db, clock.now(), { rows, ...asks })).cases.length;
  assert.equal(await count({ role: 'fitter', skill: '登高' }), 1);
  assert.equal(await count({ role: 'driver' }), 0);
  assert.equal(await count({ skill: '潜水' }), 0);
});
