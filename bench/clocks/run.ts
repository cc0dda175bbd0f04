import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { calendarMigrations, createCalendar, readCalendarData, saveCalendar } from '@yiwang/calendar';
import { manualClock } from '@yiwang/clock';
import { handleMigrations, reprojectClocks, reprojectHandler, reprojectQueue } from '@yiwang/handle';
import { jobsMigrations, startWorkers } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { migrate, openDatabase, startEmbedded, type Sql } from '@yiwang/postgres';

/**
 * A calendar gets a day off: how long until 100,000 running clocks, their tasks, cases, timers and the jobs of these are
 * due anew; once where it moves all of them and once where it moves none. Beside it, how many questions a calendar answers.
 */
const clocks = Number(process.argv[2] ?? 100_000);
const regions = ['990102', '990103', '990104', '990105'];
const file = new URL('../../cities/hangzhou/calendar/cn-workdays.json', import.meta.url);
const data = readCalendarData(JSON.parse(readFileSync(file, 'utf8')));
const calendar = createCalendar(data);
const clock = manualClock('2026-03-05T02:00:00Z');

/**
 * Cases with one open task each, on a clock of 20 working days that started in some minute of 2026-03-04, with a timer for
 * its due time and the job of that. All are due on the same day, by no version: the first edit derives them.
 */
async function seed(sql: Sql): Promise<void> {
  const made = `SELECT ($1::text[])[n % 4 + 1] AS region, ('01a20000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid AS id,
    ('01a20000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid AS task, '2026-03-03T16:00:00Z'::timestamptz + n % 1440 * interval '1 min' AS at,
    '2026-03-31T00:00:00Z'::timestamptz AS warn, '2026-04-02T00:00:00Z'::timestamptz AS due FROM generate_series(1, $2) AS n`;
  for (const statement of [
    `INSERT INTO handle."case" (region, id, number, app, process, version, title, rev, state, home, organisation, opened_by,
       opened_at, warn_at, due_at, simulated, variables, next_id, last_seq, search)
     SELECT region, id, id, 'example', 'licence', 1, '许可申请', 1, 'open', 'town', 'town', 'system:flow', at, warn, due, true, '{}', 9, 3,
       ARRAY['许可', '可申', '申请'] FROM made`,
    `INSERT INTO handle.task (region, case_id, id, n, token, element, name, organisation, state, created_at, warn_at, due_at)
     SELECT region, id, task, 1, 1, 'review', '审查', 'town', 'open', at, warn, due FROM made`,
    `INSERT INTO handle.clock (region, case_id, id, task, element, name, unit, budget, calendar, state, started_at, warn_at, due_at)
     SELECT region, id, 1, task, 'review', '审查', 'workingDays', 20, 'cn', 'running', at, warn, due FROM made`,
    `INSERT INTO handle.clock_segment (region, case_id, clock, n, state, from_at, by_actor)
     SELECT region, id, 1, 1, 'running', at, 'system:flow' FROM made`,
    `INSERT INTO handle.timer (region, case_id, id, element, token, clock, moment, due_at)
     SELECT region, id, 2, 'late', 1, 1, 'due', due FROM made`,
    `INSERT INTO jobs.job (region, id, queue, key, payload, run_at, max_attempts)
     SELECT m.region, gen_random_uuid(), 'handle.timer', m.id || '/' || t.id || '/' || (extract(epoch FROM t.due_at) * 1000)::bigint, '{}', t.due_at, 10
     FROM made m JOIN handle.timer t ON t.region = m.region AND t.case_id = m.id`,
  ]) {
    await sql.execute(`WITH made AS (${made}) ${statement}`, [regions, clocks]);
  }
  await sql.execute('ANALYZE');
}

/** A million questions, each with another instant; gives their milliseconds. */
function ask(question: (from: Date, n: number) => unknown): number {
  const first = Date.parse('2025-01-01T00:00:00Z');
  const begun = performance.now();
  for (let n = 0; n < 1_000_000; n++) question(new Date(first + ((n * 7_919) % 500_000) * 60_000), n);
  return performance.now() - begun;
}

const questions: readonly (readonly [string, (from: Date, n: number) => unknown])[] = [
  ['addWorkingTime, up to 20,000 minutes', (from, n) => calendar.addWorkingTime(from, n % 20_000)],
  ['addWorkdays, up to 60 days', (from, n) => calendar.addWorkdays(from, 1 + (n % 60))],
  [
    'workingMinutesBetween, up to 100 days apart',
    (from, n) => calendar.workingMinutesBetween(from, new Date(from.getTime() + (n % 144_000) * 60_000)),
  ],
];

const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-'));
const server = await startEmbedded({ folder });
try {
  const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' }, size: 4 });
  await migrate(db, [calendarMigrations, ledgerMigrations, jobsMigrations, handleMigrations]);
  await saveCalendar(db, data, new Date(0));
  await seed(db);
  const holidays = [...data.holidays];
  const editAndWait = async (version: string, dayOff: string) => {
    holidays.push(dayOff);
    const before = performance.now();
    await db.transaction(async (tx) => {
      await saveCalendar(tx, { ...data, version, holidays }, clock.now());
      await reprojectClocks(tx, data.id);
    });
    clock.advance(1);
    const workers = await startWorkers(db, clock, { [reprojectQueue]: reprojectHandler(clock) });
    for (;;) {
      const [left] = await db.query<{ jobs: number }>(`SELECT count(*) AS jobs FROM jobs.job WHERE queue = $1`, [
        reprojectQueue,
      ]);
      if (left?.jobs === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await workers.stop();
    const milliseconds = performance.now() - before;
    const [row] = await db.query<{ done: number; moved: number }>(
      `SELECT count(*) AS done, (SELECT count(*) FROM handle.event WHERE reason = $1) AS moved FROM handle.clock WHERE derived_by = $1`,
      [`${data.id} ${version}`],
    );
    return { milliseconds, done: row?.done ?? 0, moved: row?.moved ?? 0 };
  };
  await editAndWait('edit 0', '2025-01-02');
  const edits = [
    ['a day off that moves all of them', await editAndWait('edit 1', '2026-03-18')],
    ['a day off that moves none', await editAndWait('edit 2', '2026-11-18')],
  ] as const;
  await db.close();

  const count = (value: number): string => Math.round(value).toLocaleString('en');
  const table = [
    '# bench/clocks: a calendar is edited',
    '',
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, fsync on, embedded PostgreSQL, ${regions.length} regions, 4 workers.`,
    'Each clock is one of 20 working days on the task of a case of its own, with a timer at its due time. A moved one costs its row, the case, the',
    'task, the timer, a job cancelled and one enqueued, an event and its ledger entry.',
    '',
    '| edit | clocks derived anew | moved | s | clocks/s |',
    '|---|---|---|---|---|',
    ...edits.map(
      ([name, { milliseconds, done, moved }]) =>
        `| ${name} | ${count(done)} | ${count(moved)} | ${(milliseconds / 1000).toFixed(1)} | ${count(done / (milliseconds / 1000))} |`,
    ),
    '',
    '| a million questions to one calendar | s |',
    '|---|---|',
    ...questions.map(([name, question]) => `| ${name} | ${(ask(question) / 1000).toFixed(2)} |`),
    '',
  ].join('\n');
  const results = path.join(import.meta.dirname, '../results');
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'clocks.md'), table);
  process.stdout.write(table);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
