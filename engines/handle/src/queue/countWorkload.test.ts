import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { uuidv7 } from '@yiwang/clock';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { handleMigrations } from '../migrations.ts';
import { claimTask } from '../store/commands.ts';
import { startCase } from '../store/startCase.ts';
import { lampPorts, lampStart, openLamp, person, region } from '../test/lampTown.ts';
import { countWorkload } from './countWorkload.ts';
import { findTasks } from './findTasks.ts';

const sets = [ledgerMigrations, jobsMigrations, handleMigrations];
const rows = () => ({ sql: 'true', values: [] });

suite('workload', () => {
  test('a task is the work of who took it, or of its role until then, and turns overdue with its clock', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    await db.transaction((tx) => startCase(tx, ports, lampStart()));
    const one = person(100001, 'fitter');
    const task = (await findTasks(db, clock.now(), one)).find((each) => each.case === id);
    assert.ok(task);
    await db.transaction((tx) => claimTask(tx, ports, { region, case: id, command: uuidv7(), by: one, task: task.id }));
    const told = async () =>
      (await countWorkload(db, clock.now(), { rows })).map(({ assignee, role, open, due, over }) =>
        [assignee, role, open, due, over].join(' '),
      );
    assert.deepEqual((await told()).toSorted(), [' fitter 1 0 0', 'account:100001 fitter 1 0 0']);
    clock.advance(61 * 60_000);
    assert.deepEqual((await told()).toSorted(), [' fitter 1 0 1', 'account:100001 fitter 1 0 1']);
  });

  test('only tasks of cases that one may see are counted, and none of a parked case', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    await db.transaction((tx) => startCase(tx, ports, lampStart({ region: '990103' })));
    const mine = (alias: string, first: number) => ({ sql: `${alias}.region = $${first}`, values: [region] });
    const openOf = async (options: Parameters<typeof countWorkload>[2]) =>
      (await countWorkload(db, clock.now(), options)).reduce((sum, { open }) => sum + open, 0);
    assert.equal(await openOf({ rows }), 2);
    assert.equal(await openOf({ rows: mine }), 1);
    assert.equal(await openOf({ rows: mine, regions: ['990103'] }), 0);
    await db.execute(`UPDATE handle."case" SET parked_at = $1 WHERE id = $2`, [clock.now(), id]);
    assert.equal(await openOf({ rows: mine }), 0);
  });
});
