import { spawn } from 'node:child_process';
import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import {
  calendarMigrations,
  createCalendar,
  getCalendar,
  readOwnHours,
  saveCalendar,
  type CalendarData,
} from '@yiwang/calendar';
import { manualClock } from '@yiwang/clock';
import { jobsMigrations, startWorkers } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase, type Database } from '@yiwang/postgres';
import { handleMigrations } from '../migrations.ts';
import { timerKey, timerQueue } from '../store/timerQueue.ts';
import { dueTimes, reprojectClocks, reprojectHandler, reprojectQueue } from './index.ts';
import { data2026 } from './test/calendar2026.ts';
import { seedClocks, type SeededCase } from './test/seedClocks.ts';

const region = '990102';
const at = (text: string) => new Date(`${text}+08:00`);
/** An extra day off that lies within the limits of the clocks that start in early March. */
const edited: CalendarData = { ...data2026, version: '2026.2', holidays: [...data2026.holidays, '2026-03-10'] };
const fiveDays = { unit: 'workingDays', budget: 5 } as const;

async function prepared(t: Parameters<typeof testDatabase>[0]) {
  const db = await testDatabase(t, [calendarMigrations, ledgerMigrations, jobsMigrations, handleMigrations]);
  await saveCalendar(db, data2026, new Date(0));
  const clock = manualClock(at('2026-03-05T10:00:00'));
  const workers = await startWorkers(db, clock, { [reprojectQueue]: reprojectHandler(clock) }, { automatic: false });
  return { db, clock, workers };
}

async function edit(db: Database, data = edited): Promise<number> {
  return db.transaction(async (tx) => {
    await saveCalendar(tx, data, new Date(1));
    return reprojectClocks(tx, data.id);
  });
}

/** Every place that says when a clock is due must say what the newest version says; a moved case has one event. */
async function assertDerived(db: Database, cases: readonly SeededCase[]): Promise<void> {
  const calendar = await getCalendar(db, cases[0]!.clock.calendar);
  const rows = await db.query<Record<string, Date | number | string | null> & { id: string }>(
    `SELECT c.id, c.rev, c.last_seq, c.warn_at AS case_warn, c.due_at AS case_due, t.warn_at AS task_warn, t.due_at AS task_due,
       k.warn_at AS clock_warn, k.due_at AS clock_due, k.derived_by, w.due_at AS timer_warn, d.due_at AS timer_due,
       (SELECT count(*) FROM handle.event e WHERE e.region = c.region AND e.case_id = c.id) AS events
     FROM handle."case" c JOIN handle.task t ON t.region = c.region AND t.case_id = c.id
     JOIN handle.clock k ON k.region = c.region AND k.case_id = c.id
     JOIN handle.timer w ON w.region = c.region AND w.case_id = c.id AND w.moment = 'warn'
     JOIN handle.timer d ON d.region = c.region AND d.case_id = c.id AND d.moment = 'due'`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const before = createCalendar(data2026);
  const keys: string[] = [];
  for (const { id, clock } of cases) {
    const [was, now] = [dueTimes(clock, before), dueTimes(clock, calendar)];
    const moved = was.dueAt?.getTime() !== now.dueAt?.getTime() || was.warnAt?.getTime() !== now.warnAt?.getTime();
    const { id: _, ...found } = byId.get(id)!;
    const times = { warn: now.warnAt, due: now.dueAt };
    assert.deepEqual(found, {
      rev: moved ? 2 : 1,
      last_seq: moved ? 4 : 3,
      events: moved ? 1 : 0,
      derived_by: calendar.version,
      ...Object.fromEntries(
        ['case', 'task', 'clock', 'timer'].flatMap((of) => [
          [`${of}_warn`, times.warn],
          [`${of}_due`, times.due],
        ]),
      ),
    });
    keys.push(timerKey(id, 2, now.warnAt!), timerKey(id, 3, now.dueAt!));
  }
  const jobs = await db.query<{ key: string }>(`SELECT key FROM jobs.job WHERE queue = $1`, [timerQueue]);
  assert.deepEqual(jobs.map(({ key }) => key).toSorted(), keys.toSorted());
}

suite('when a calendar changes', () => {
  test('running clocks, their tasks, cases and timers are due anew, and each case that moved has it on record', async (t) => {
    const { db, workers } = await prepared(t);
    const calendar = createCalendar(data2026);
    const starts = [at('2026-03-04T10:00:00'), at('2026-03-02T10:00:00'), at('2026-06-01T10:00:00')];
    const cases = await db.transaction((tx) => seedClocks(tx, calendar, region, 30, starts, fiveDays));
    assert.equal(await edit(db), 1);
    assert.equal(await edit(db), 0, 'it waits already');
    await workers.runDue();
    await assertDerived(db, cases);
    assert.equal(await edit(db), 0, 'nothing is left to do');

    const [moved] = cases;
    const [event] = await db.query<{ actor: string; reason: string; data: object }>(
      `SELECT actor, reason, data FROM handle.event WHERE region = $1 AND case_id = $2`,
      [region, moved!.id],
    );
    assert.deepEqual(event, {
      actor: 'system:calendar',
      reason: 'cn 2026.2',
      data: {
        calendar: 'cn 2026.2',
        clocks: [{ clock: 1, element: 'review', wasDue: '2026-03-11T09:30:00.000Z', due: '2026-03-12T09:30:00.000Z' }],
      },
    });
    const entries = await db.query<{ entries: string }>(`SELECT entries FROM ledger.inbox`);
    assert.equal(
      entries
        .map((row) => row.entries)
        .join('')
        .split('"clock.moved"').length - 1,
      10,
    );
  });

  test('clocks that stand, have stopped or name another calendar stay as they are', async (t) => {
    const { db, workers } = await prepared(t);
    const calendar = createCalendar(data2026);
    const start = [at('2026-03-04T10:00:00')];
    const cases = await db.transaction((tx) => seedClocks(tx, calendar, region, 3, start, fiveDays));
    const ids = cases.map(({ id }) => id);
    await db.execute(`UPDATE handle.clock SET state = 'suspended' WHERE region = $1 AND case_id = $2`, [
      region,
      ids[0],
    ]);
    await db.execute(`UPDATE handle.clock SET state = 'stopped' WHERE region = $1 AND case_id = $2`, [region, ids[1]]);
    await db.execute(`UPDATE handle.clock SET calendar = 'other' WHERE region = $1 AND case_id = $2`, [region, ids[2]]);
    assert.equal(await edit(db), 0);
    await workers.runDue();
    const revs = await db.query<{ rev: number }>(`SELECT rev FROM handle."case"`);
    assert.deepEqual(revs, [{ rev: 1 }, { rev: 1 }, { rev: 1 }]);
  });

  test('clocks by the hours of an organisation that lie over it move too, in every region', async (t) => {
    const { db, workers } = await prepared(t);
    await saveCalendar(
      db,
      readOwnHours({ id: 'hall', version: '1', over: 'cn', makeUpHours: [], source: 'made up' }),
      new Date(0),
    );
    const calendar = await getCalendar(db, 'hall');
    const start = [at('2026-03-04T10:00:00')];
    const cases: SeededCase[] = [];
    for (const place of [region, '990103']) {
      cases.push(...(await db.transaction((tx) => seedClocks(tx, calendar, place, 5, start, fiveDays))));
    }
    assert.equal(await edit(db), 2);
    await workers.runDue();
    await assertDerived(db, cases);
  });

  test('a case that a command holds is passed over, and done when it is free', async (t) => {
    const { db, clock, workers } = await prepared(t);
    const start = [at('2026-03-04T10:00:00')];
    const cases = await db.transaction((tx) => seedClocks(tx, createCalendar(data2026), region, 3, start, fiveDays));
    await edit(db);
    await db.transaction(async (tx) => {
      await tx.query(`SELECT 1 FROM handle."case" WHERE region = $1 AND id = $2 FOR UPDATE`, [region, cases[1]!.id]);
      await workers.runDue();
      const done = await db.query(`SELECT 1 FROM handle.clock WHERE derived_by = 'cn 2026.2'`);
      assert.equal(done.length, 2);
    });
    clock.advance(1000);
    await workers.runDue();
    await assertDerived(db, cases);
  });

  test('a server that is killed in the middle loses nothing that was done and does nothing twice', async (t) => {
    const { db, workers } = await prepared(t);
    const start = [at('2026-03-04T10:00:00'), at('2026-06-01T10:00:00')];
    const cases = await db.transaction((tx) =>
      seedClocks(tx, createCalendar(data2026), region, 2_001, start, fiveDays),
    );
    await edit(db);
    const [connection] = await db.query(
      `SELECT current_setting('unix_socket_directories') AS socket, current_database() AS database`,
    );
    const program = `
      import { manualClock, systemClock } from '@yiwang/clock';
      import { startWorkers } from '@yiwang/jobs';
      import { openDatabase } from '@yiwang/postgres';
      import { reprojectHandler } from './reprojectClocks.ts';
      const db = openDatabase({ connection: JSON.parse(process.argv[1]) });
      const work = reprojectHandler(manualClock('2026-03-05T02:00:00Z'), 500);
      await startWorkers(db, systemClock, { 'handle.reproject': async (tx, job) => {
        await work(tx, job);
        process.stdout.write('.');
        await new Promise((resolve) => setTimeout(resolve, 50));
      } });`;
    const child = spawn(
      process.execPath,
      ['--input-type=module-typescript', '-e', program, JSON.stringify(connection)],
      { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    t.after(() => void child.kill('SIGKILL'));
    const exited = new Promise((resolve) => child.on('exit', resolve));
    let batches = 0;
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (dots: Buffer) => {
        batches += dots.length;
        if (batches >= 2) resolve();
      });
    });
    child.kill('SIGKILL');
    await exited;
    const [done] = await db.query<{ count: number }>(
      `SELECT count(*) AS count FROM handle.clock WHERE derived_by = 'cn 2026.2'`,
    );
    assert.ok(done!.count > 0 && done!.count < cases.length, `${done!.count} were done`);
    await workers.runDue();
    await assertDerived(db, cases);
  });
});
