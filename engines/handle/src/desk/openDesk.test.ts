import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase, type Database } from '@yiwang/postgres';
import { handleMigrations } from '../migrations.ts';
import { claimTask, setVariables } from '../store/commands.ts';
import { getCase } from '../store/getCase.ts';
import { lampPorts, openLamp, person, region } from '../test/lampTown.ts';
import { openDesk } from './openDesk.ts';

const migrations = [ledgerMigrations, jobsMigrations, handleMigrations];
const by = person(100_012, 'dispatcher', 'town');
const fitter = person(100_031, 'fitter');

async function openMany(db: Database, ports: ReturnType<typeof lampPorts>['ports'], count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push((await openLamp(db, ports, { dedupKey: `lamp ${n}` })).case);
  return ids;
}

const set = (id: string, variables: Record<string, string | number>, command = uuidv7()) =>
  [
    { region, case: id, command, by },
    { do: 'setVariables', variables },
  ] as const;

async function eventsOf(db: Database, id: string, kind: string): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `SELECT count(*) AS n FROM handle.event WHERE region = $1 AND case_id = $2 AND kind = $3`,
    [region, id, kind],
  );
  return row?.n ?? 0;
}

test('commands that come together are written in few transactions, and those on one case in their order', async (t) => {
  const db = await testDatabase(t, migrations);
  const { ports } = lampPorts();
  const ids = await openMany(db, ports, 5);
  let transactions = 0;
  const desk = openDesk(db, ports, {
    writers: 1,
    within: () => {
      transactions += 1;
      return Promise.resolve();
    },
  });
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => desk.give(...set(ids[n % 5] ?? '', { [`v${n}`]: n, last: n }))),
  );
  await desk.close();
  assert.equal(transactions, 1);
  assert.deepEqual(
    answers.map(({ rev }) => rev),
    Array.from({ length: 50 }, (_, n) => 2 + Math.floor(n / 5)),
  );
  const view = await getCase(db, ports, region, ids[3] ?? '');
  assert.equal(view.state.variables['last'], 48);
  assert.equal(view.state.variables['v8'], 8);
  assert.equal(await eventsOf(db, ids[3] ?? '', 'variables.set'), 10);
  await assert.rejects(desk.give(...set(ids[0] ?? '', {})), (error) => isFault(error, 'handle.busy'));
});

test('a command that is refused leaves the others of its transaction be', async (t) => {
  const db = await testDatabase(t, migrations);
  const { ports } = lampPorts();
  const [one = '', other = ''] = await openMany(db, ports, 2);
  const desk = openDesk(db, ports);
  const [good, missing, badText, unknown, late] = await Promise.allSettled([
    desk.give(...set(one, { a: 1 })),
    desk.give({ region, case: other, command: uuidv7(), by }, { do: 'claim', task: uuidv7() }),
    desk.give(...set(other, { a: '\0' })),
    desk.give(...set(uuidv7(), { a: 1 })),
    desk.give({ region, case: one, command: uuidv7(), by, rev: 1 }, { do: 'urge' }),
  ]);
  assert.equal(good.status, 'fulfilled');
  const codes = [missing, badText, unknown, late].map((one) =>
    one.status === 'rejected' && isFault(one.reason) ? one.reason.code : one.status,
  );
  assert.deepEqual(codes, ['handle.noTask', 'handle.badCommand', 'handle.noCase', 'handle.stale']);
  assert.equal(await eventsOf(db, other, 'variables.set'), 0);
  await desk.close();
});

test('a command that is sent again, at once or later, is done once and answered as the first time', async (t) => {
  const db = await testDatabase(t, migrations);
  const { ports } = lampPorts();
  const [id = '', other = ''] = await openMany(db, ports, 2);
  const desk = openDesk(db, ports);
  const command = uuidv7();
  const twice = await Promise.all([desk.give(...set(id, { a: 1 }, command)), desk.give(...set(id, { a: 1 }, command))]);
  const later = await desk.give(...set(id, { a: 1 }, command));
  assert.deepEqual([...twice, later], [twice[0], twice[0], twice[0]]);
  assert.equal(await eventsOf(db, id, 'variables.set'), 1);
  await assert.rejects(desk.give(...set(id, { a: 2 }, command)), (error) => isFault(error, 'handle.commandReused'));
  await assert.rejects(desk.give(...set(other, { a: 1 }, command)), (error) => isFault(error, 'handle.commandReused'));
  // two cases under one id in the same turn: whichever is written first has it
  const shared = uuidv7();
  const both = await Promise.allSettled([
    desk.give(...set(id, { b: 1 }, shared)),
    desk.give(...set(other, { b: 1 }, shared)),
  ]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  await desk.close();
});

test('a case that another process changed meanwhile is read anew, for what succeeds and for what is refused', async (t) => {
  const db = await testDatabase(t, migrations);
  const { ports } = lampPorts();
  const [id = '', other = ''] = await openMany(db, ports, 2);
  const desk = openDesk(db, ports);
  await desk.give(...set(id, { a: 1 }));
  await desk.give(...set(other, { a: 1 }));
  await db.transaction((tx) =>
    setVariables(tx, ports, { region, case: id, command: uuidv7(), by, variables: { elsewhere: 1 } }),
  );
  const [answer] = await Promise.all([desk.give(...set(id, { a: 2 })), desk.give(...set(other, { a: 2 }))]);
  assert.equal(answer.rev, 4);
  assert.deepEqual((await getCase(db, ports, region, id)).state.variables['elsewhere'], 1);
  // in memory nobody holds the task; another process gave it away
  const task = (await getCase(db, ports, region, id)).state.tasks[0]?.id ?? '';
  await db.transaction((tx) => claimTask(tx, ports, { region, case: id, command: uuidv7(), by: fitter, task }));
  const own = await desk.give({ region, case: id, command: uuidv7(), by: fitter }, { do: 'release', task });
  assert.equal(own.rev, 6);
  await desk.close();
});

test('the commands of a case stay in order and none is lost when they come without pause', async (t) => {
  const db = await testDatabase(t, migrations);
  const { ports } = lampPorts();
  const ids = await openMany(db, ports, 20);
  const desk = openDesk(db, ports, { batch: 7, writers: 3, cached: 5 });
  await Promise.all(
    Array.from({ length: 400 }, (_, n) => desk.give(...set(ids[(n * 7) % 20] ?? '', { last: n, [`n${n}`]: n }))),
  );
  await desk.close();
  for (const id of ids) {
    const { variables, lastSeq } = (await getCase(db, ports, region, id)).state;
    const numbers = Object.keys(variables).filter((name) => /^n\d+$/.test(name));
    assert.equal(numbers.length, 20);
    assert.equal(variables['last'], Math.max(...numbers.map((name) => Number(name.slice(1)))));
    const [row] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM handle.event WHERE case_id = $1`, [id]);
    assert.equal(row?.n, lastSeq);
  }
});

test('when the database goes away in mid-batch each command is refused, and may be sent again under its id', async (t) => {
  const db = await testDatabase(t, migrations);
  const { ports } = lampPorts();
  const [id = ''] = await openMany(db, ports, 1);
  let cut = true;
  const desk = openDesk(db, ports, {
    within: async (tx) => {
      if (cut) await tx.execute(`SELECT pg_terminate_backend(pg_backend_pid())`);
    },
  });
  const command = uuidv7();
  await assert.rejects(desk.give(...set(id, { a: 1 }, command)), (error) => isFault(error, 'postgres.unreachable'));
  cut = false;
  const answer = await desk.give(...set(id, { a: 1 }, command));
  assert.equal(answer.rev, 2);
  assert.equal(await eventsOf(db, id, 'variables.set'), 1);
  await desk.close();
});
