import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { uuidv7 } from '@yiwang/clock';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase, type Database } from '@yiwang/postgres';
import { handleMigrations } from '../migrations.ts';
import { findPositions } from '../migrate/findPositions.ts';
import { addEvidence, claimTask, completeTask, withdraw } from '../store/commands.ts';
import { flow as system, lampPorts, openLamp, person, region } from '../test/lampTown.ts';
import { lamp } from '../test/lampProcess.ts';
import { countOpenAt } from './countOpenAt.ts';
import { eventPages } from './eventPages.ts';
import { mineCases } from './mineCases.ts';
import type { MinedEvent } from './mineEvents.ts';
import { readProcessMap } from './processMap.ts';

const sets = [ledgerMigrations, jobsMigrations, handleMigrations];
const map = readProcessMap(lamp, 'lamp.bpmn');
const filter = { app: 'light', process: 'lamp' };

/** Five lamps: two stand at handle, one of them taken; one is withdrawn; two go on to verify after half an hour. */
async function lamps(t: TestContext) {
  const db = await testDatabase(t, sets);
  const { clock, ports } = lampPorts();
  const fitter = person(200001, 'fitter');
  for (let n = 1; n <= 5; n += 1) {
    const opened = await openLamp(db, ports, { variables: { lampId: `L${n}` }, dedupKey: `L${n}` });
    const [task] = await db.query<{ id: string }>(`SELECT id FROM handle.task WHERE case_id = $1`, [opened.case]);
    const command = (by = fitter) => ({ region, case: opened.case, command: uuidv7(), by });
    clock.advance(20 * 60_000);
    const claim = () => db.transaction((tx) => claimTask(tx, ports, { ...command(), task: task?.id ?? '' }));
    if (n === 2) await claim();
    if (n === 3) await db.transaction((tx) => withdraw(tx, ports, { ...command(system), reason: '误报' }));
    if (n < 4) continue;
    await claim();
    clock.advance(10 * 60_000);
    const evidence = { hash: 'h', type: 'image/png', size: 1, name: 'a.png' };
    await db.transaction((tx) => addEvidence(tx, ports, { ...command(), evidence }));
    const form = { photo: 'h' };
    await db.transaction((tx) => completeTask(tx, ports, { ...command(), task: task?.id ?? '', form }));
  }
  return { db, ports, clock };
}

async function eventsOf(db: Database, page: number): Promise<MinedEvent[]> {
  const events: MinedEvent[] = [];
  for await (const some of eventPages(db, filter, page)) events.push(...some);
  return events;
}

suite('mining stored cases', () => {
  test('what the engine wrote is mined: waiting until taken, work until done, and where cases stand now', async (t) => {
    const { db, ports, clock } = await lamps(t);
    const mined = await mineCases(db, filter, map, ports.calendar);
    assert.deepEqual(mined.cases, { all: 5, closed: 0, withdrawn: 1 });
    const handle = mined.nodes.find(({ id }) => id === 'handle');
    assert.deepEqual([handle?.passed, handle?.cancelled, handle?.role], [2, 1, 'fitter']);
    assert.deepEqual(handle?.waiting?.calendar, { count: 2, total: 40, median: 20, p90: 20 });
    assert.deepEqual(handle.work?.working, { count: 2, total: 20, median: 10, p90: 10 });
    const open = await countOpenAt(db, filter);
    assert.deepEqual(
      open.map(({ element, cases }) => [element, cases]),
      [
        ['handle', 2],
        ['verify', 2],
      ],
    );
    const since = { ...filter, from: new Date(clock.now().getTime() - 61 * 60_000) };
    assert.equal((await mineCases(db, since, map, ports.calendar)).cases.all, 2);
    assert.equal((await mineCases(db, { ...filter, region: '990101' }, map, ports.calendar)).cases.all, 0);
    assert.equal((await mineCases(db, { ...filter, version: 2 }, map, ports.calendar)).cases.all, 0);
  });

  test('pages of any size give the same events, and nobody’s name', async (t) => {
    const { db } = await lamps(t);
    const whole = await eventsOf(db, 100);
    for (const page of [1, 2, 5]) assert.deepEqual(await eventsOf(db, page), whole);
    assert.doesNotMatch(JSON.stringify(whole), /account:/);
  });

  test('cases that stand alike are planned together', async (t) => {
    const { db } = await lamps(t);
    const { groups, left } = await findPositions(db, { ...filter, version: 1 });
    assert.deepEqual(
      groups.map(({ tokens, timers, cases, examples }) => [tokens, timers, cases, examples.length]),
      [
        [[{ element: 'handle', via: 'f3' }], ['overdue'], 2, 2],
        [[{ element: 'verify', via: 'f6' }], ['expired'], 2, 2],
      ],
    );
    assert.equal(left, 0);
  });

  test('flows counted by the database itself are those that were mined', async (t) => {
    const { db, ports } = await lamps(t);
    const counts = await db.query<{ flow: string; count: number }>(
      `SELECT data->>'flow' AS flow, count(*) AS count FROM handle.event WHERE kind = 'token.moved' GROUP BY 1 ORDER BY 1`,
    );
    const { flows } = await mineCases(db, filter, map, ports.calendar);
    const mined = flows.filter(({ count }) => count > 0).map(({ id, count }) => ({ flow: id, count }));
    assert.deepEqual(
      mined.toSorted((a, b) => (a.flow < b.flow ? -1 : 1)),
      counts,
    );
  });
});
