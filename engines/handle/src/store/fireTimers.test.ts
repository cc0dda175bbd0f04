import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { uuidv7 } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { jobsMigrations, listDead, startWorkers } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { withdraw } from './commands.ts';
import { fireTimers, timerHandler } from './fireTimers.ts';
import { flow, lampPorts, openLamp, region } from '../test/lampTown.ts';
import { findCase } from './loadCase.ts';
import { handleMigrations } from '../migrations.ts';
import { timerQueue } from './timerQueue.ts';

const sets = [ledgerMigrations, jobsMigrations, handleMigrations];

suite('a timer', () => {
  test('goes off by the workers of its queue, once', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    const workers = await startWorkers(db, clock, { [timerQueue]: timerHandler(ports) }, { automatic: false });
    await workers.runDue();
    const urged = async () =>
      (await findCase(db, region, id, { lock: false }))?.state.tasks.filter((task) => task.element === 'urge').length;
    assert.equal(await urged(), 0);
    clock.advance(60 * 60_000);
    await workers.runDue();
    await workers.runDue();
    assert.equal(await urged(), 1);
    await workers.stop();
  });

  test('of a case that was withdrawn is gone, and its job with it', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    const jobs = () => db.query(`SELECT 1 FROM jobs.job WHERE queue = $1`, [timerQueue]);
    assert.equal((await jobs()).length, 1);
    await db.transaction((tx) =>
      withdraw(tx, ports, { region, case: id, command: uuidv7(), by: flow, reason: '误报' }),
    );
    assert.equal((await jobs()).length, 0);
  });

  test('that is due while a person withdraws the case does nothing, and neither waits for the other', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports, clock } = lampPorts();
    const { case: id } = await openLamp(db, ports);
    clock.advance(60 * 60_000);
    const workers = await startWorkers(db, clock, { [timerQueue]: timerHandler(ports) }, { automatic: false });
    await Promise.all([
      workers.runDue(),
      db.transaction((tx) => withdraw(tx, ports, { region, case: id, command: uuidv7(), by: flow, reason: '误报' })),
    ]);
    await workers.runDue();
    assert.deepEqual(await db.query(`SELECT 1 FROM jobs.job WHERE queue = $1`, [timerQueue]), []);
    assert.deepEqual(await listDead(db, { region, queue: timerQueue }), []);
    assert.deepEqual((await findCase(db, region, id, { lock: false }))?.state.timers, []);
    await workers.stop();
  });

  test('that a clock set back brings too early is refused, so that it is tried again', async (t) => {
    const db = await testDatabase(t, sets);
    const { ports } = lampPorts();
    await openLamp(db, ports);
    const [row] = await db.query<{ id: string; payload: { case: string } }>(`SELECT id, payload FROM jobs.job`);
    assert.ok(row);
    const job = {
      region,
      id: row.id,
      queue: timerQueue,
      key: undefined,
      payload: row.payload,
      runAt: new Date(0),
      attempt: 1,
      maxAttempts: 10,
    };
    await assert.rejects(
      db.transaction((tx) => fireTimers(tx, ports, [job])),
      (error: unknown) => isFault(error, 'handle.timerNotDue'),
    );
  });
});
