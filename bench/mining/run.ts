import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { createCalendar, readCalendarData } from '@yiwang/calendar';
import { createMiner, handleMigrations, mineCases, readProcessMap, type MinedEvent } from '@yiwang/handle';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { migrate, openDatabase, startEmbedded, type Database } from '@yiwang/postgres';

/**
 * How cases ran, mined from their events: 100,000 cases of 20 events each, stored as the engine stores them. The whole
 * answer (counts, times by both clocks, variants, rework, bottleneck) beside the same events read row by row, beside the
 * fold alone, and beside what the database tells by itself: flow counts and variants, without times.
 */
const cases = Number(process.argv[2] ?? 100_000);
const root = path.resolve(import.meta.dirname, '../..');
const tasks = ['collect', 'dispatch', 'handle', 'verify'];
const chain = ['start', ...tasks, 'end'];
const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="street"><startEvent id="start" /><endEvent id="end" />
  ${tasks.map((id) => `<userTask id="${id}" />`).join('')}
  ${chain
    .slice(1)
    .map((to, n) => `<sequenceFlow id="f${n}" sourceRef="${chain[n]}" targetRef="${to}" />`)
    .join('')}
  <sequenceFlow id="back" sourceRef="verify" targetRef="dispatch" /></process></definitions>`;
const map = readProcessMap(xml, 'street.bpmn');
const calendar = createCalendar(
  readCalendarData(JSON.parse(readFileSync(path.join(root, 'cities/hangzhou/calendar/cn-workdays.json'), 'utf8'))),
);
const filter = { app: 'bench', process: 'street' };

/** Four tasks in a row, 18 events with the first and the last; one case in 16 is verified twice, which makes it 27. */
async function fill(db: Database): Promise<void> {
  await db.execute(
    `INSERT INTO handle."case" (region, id, number, app, process, version, title, rev, state, outcome, home, organisation,
       opened_by, opened_at, closed_at, seen_again, simulated, variables, next_id, last_seq, search)
     SELECT '99010' || (1 + n % 6), md5(n::text)::uuid, 'N' || n, 'bench', 'street', 1, '', 1, 'closed', 'completed', 'ex', 'ex',
       'system:bench', opened, opened + interval '9 hours', 0, true, '{}', 1, 27, '{}'
     FROM (SELECT n, timestamptz '2026-03-01 09:00+08' + n * interval '2 minutes' AS opened FROM generate_series(1, $1::int) n) s`,
    [cases],
  );
  // In the order of time, so that a case's events lie apart on disk as they do where many cases run at once.
  await db.execute(
    `INSERT INTO handle.event (region, case_id, seq, at, kind, element, actor, data)
     SELECT '99010' || (1 + n % 6), md5(n::text)::uuid, e.seq,
       timestamptz '2026-03-01 09:00+08' + n * interval '2 minutes' + e.seq * interval '20 minutes' + (n * e.seq % 97) * interval '9 seconds',
       e.kind, e.element, 'account:100001',
       CASE WHEN e.flow <> '' THEN jsonb_build_object('flow', e.flow)
         WHEN e.task > 0 THEN jsonb_build_object('task', md5((n * 100 + e.task)::text)::uuid, 'form', jsonb_build_object('note', '现场已处理'))
         ELSE '{}' END
     FROM generate_series(1, $1::int) n
     JOIN unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::int[], $7::bool[]) AS e (seq, kind, element, flow, task, twice)
       ON NOT e.twice OR n % 16 = 0
     ORDER BY n / 500, e.seq, n`,
    [cases, ...columnsOf(historyOf())],
  );
  await db.execute('ANALYZE');
}

interface Line {
  readonly kind: string;
  readonly element: string;
  readonly flow: string;
  readonly task: number;
  /** Only in cases that are verified twice. */
  readonly twice: boolean;
}

function historyOf(): readonly Line[] {
  const steps = (from: string, list: readonly string[], first: number, twice: boolean): Line[] =>
    list.flatMap((element, n): Line[] => {
      const before = list[n - 1] ?? from;
      const flow = [...map.flows.values()].find((one) => one.from === before && one.to === element)?.id ?? '';
      const on = { element, task: first + n, twice };
      return [
        { ...on, kind: 'token.moved', flow, task: 0 },
        ...['task.created', 'task.claimed', 'task.completed'].map((kind) => ({ ...on, kind, flow: '' })),
      ];
    });
  const alone = (kind: string, flow: string): Line => ({ kind, element: 'end', flow, task: 0, twice: false });
  return [
    { ...alone('case.opened', ''), element: 'start' },
    ...steps('start', tasks, 1, false),
    ...steps('verify', ['dispatch', 'handle', 'verify'], 5, true),
    alone('token.moved', 'f4'),
    alone('case.closed', ''),
  ];
}

const columnsOf = (lines: readonly Line[]): readonly unknown[][] => [
  lines.map((_one, n) => n + 1),
  ...(['kind', 'element', 'flow', 'task', 'twice'] as const).map((name) => lines.map((line) => line[name])),
];

/** The same events as rows of their own, in pages by the same cursor. */
async function readRows(db: Database): Promise<MinedEvent[]> {
  const events: MinedEvent[] = [];
  let after = { region: '', id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const page = await db.query<{
      region: string;
      id: string;
      at: number;
      kind: string;
      element: string;
      flow: string | null;
      task: string | null;
    }>(
      `WITH c AS MATERIALIZED (SELECT region, id FROM handle."case"
         WHERE app = 'bench' AND process = 'street' AND (region, id) > ($1, $2::uuid) ORDER BY region, id LIMIT 2000)
       SELECT c.region, c.id, (extract(epoch FROM e.at) * 1000)::bigint AS at, e.kind, e.element, e.data->>'flow' AS flow, e.data->>'task' AS task
       FROM c JOIN handle.event e ON e.region = c.region AND e.case_id = c.id ORDER BY c.region, c.id, e.seq`,
      [after.region, after.id],
    );
    const last = page.at(-1);
    if (last === undefined) return events;
    for (const { region, id, ...event } of page) events.push({ ...event, case: `${region} ${id}` });
    after = last;
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-'));
const server = await startEmbedded({ folder });
try {
  const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' }, size: 2 });
  await migrate(db, [ledgerMigrations, jobsMigrations, handleMigrations]);
  await fill(db);
  const mine = () => mineCases(db, filter, map, calendar);
  const { events, variants } = await mine(); // warms up both sides
  const before = process.memoryUsage().rss;
  const whole = await seconds(mine);
  const grown = (process.memoryUsage().rss - before) / 1_048_576;
  const rows = await readRows(db);
  const rowByRow = await seconds(() => readRows(db));
  const fold = await seconds(async () => {
    const miner = createMiner(map, calendar);
    for (const event of rows) miner.add(event);
    miner.result();
  });
  const counts = await seconds(() =>
    db.query(`SELECT data->>'flow', count(*) FROM handle.event WHERE kind = 'token.moved' GROUP BY 1`),
  );
  const ways = await seconds(() =>
    db.query(
      `SELECT way, count(*) FROM (SELECT string_agg(element, ' ' ORDER BY seq) AS way FROM handle.event
         WHERE kind = 'task.completed' GROUP BY region, case_id) w GROUP BY 1`,
    ),
  );
  await db.close();
  const table = [
    '# bench/mining: how cases ran, from their events',
    '',
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, embedded PostgreSQL.`,
    `${cases} closed cases, ${events} events, ${variants.length} variants; times by the wall clock and by the working calendar of Hangzhou.`,
    `Memory grew by ${grown.toFixed(0)} MB while all was mined.`,
    '',
    '| | seconds | events/s |',
    '|---|---|---|',
    ...(
      [
        ['**all of it: a text a case, pages of 2,000 cases, read ahead**', whole],
        ['reading the same events as rows, nothing mined', rowByRow],
        ['the fold alone, events in memory', fold],
        ['the database alone: flow counts', counts],
        ['the database alone: variants without times', ways],
      ] as const
    ).map(([name, took]) => `| ${name} | ${took.toFixed(2)} | ${Math.round(events / took / 1000)}k |`),
    '',
  ].join('\n');
  const results = path.join(import.meta.dirname, '../results');
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'mining.md'), table);
  process.stdout.write(table);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
