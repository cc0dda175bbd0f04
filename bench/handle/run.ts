import { createCalendar } from '@yiwang/calendar';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock, uuidv7 } from '@yiwang/clock';
import { jobsMigrations } from '@yiwang/jobs';
import { ledgerMigrations } from '@yiwang/ledger';
import { migrate, openDatabase, startEmbedded, type Database } from '@yiwang/postgres';
import {
  addEvidence,
  handleMigrations,
  readProcess,
  registerDefinition,
  startCase,
  type HandlePorts,
} from '@yiwang/handle';

/**
 * Case steps one by one from 16 clients: a command of the engine beside the writes of a bare step (dedup, case, event, a
 * row, an entry) sent as single statements of one transaction, unchecked and without a reducer.
 */
const clients = 16;
const seconds = Number(process.argv[2] ?? 5);
const region = '990102';
const by = { actor: 'account:100001', organisation: 'town', roles: ['clerk'] };
const model = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="bench" isExecutable="true">
  <startEvent id="start" /><sequenceFlow id="a" sourceRef="start" targetRef="work" /><userTask id="work" />
  <sequenceFlow id="b" sourceRef="work" targetRef="end" /><endEvent id="end" /></process></definitions>`;
const day = ['00:00-24:00'];
const ports: HandlePorts = {
  clock: systemClock,
  decide: () => ({ outputs: {}, reason: { zh: '', en: '' }, rules: [] }),
  calendar: createCalendar({
    id: 'none',
    version: '1',
    timeZone: 'Asia/Shanghai',
    hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day },
    makeUpHours: day,
    holidays: [],
    makeUp: [],
    publishedUntil: '2099-12-31',
    source: 'made up',
  }),
};

async function bareStep(db: Database, id: string, n: number): Promise<void> {
  await db.transaction(async (tx) => {
    const command = uuidv7();
    await tx.execute(
      `INSERT INTO handle.command_dedup (region, command, digest, answer, at) VALUES ($1, $2, 'd', '{}', now())`,
      [region, command],
    );
    await tx.execute(`UPDATE handle."case" SET rev = rev + 1, last_seq = $3 WHERE region = $1 AND id = $2`, [
      region,
      id,
      n,
    ]);
    await tx.execute(
      `INSERT INTO handle.evidence (region, case_id, id, hash, type, size, name, at, by_actor)
       VALUES ($1, $2, $3, 'h', 'image/png', 1, 'a.png', now(), $4)`,
      [region, id, n, by.actor],
    );
    await tx.execute(
      `INSERT INTO handle.event (region, case_id, seq, at, kind, actor, data) VALUES ($1, $2, $3, now(), 'evidence.added', $4, '{}')`,
      [region, id, n, by.actor],
    );
    await tx.execute(`INSERT INTO ledger.inbox (region, id, count, entries) VALUES ($1, $2, 1, $3)`, [
      region,
      command,
      JSON.stringify([{ kind: 'evidence.added', actor: by.actor, subject: `case:${id}`, body: {} }]),
    ]);
  });
}

/** Runs a step over and over from all clients, a case each of at most 20 steps, and gives steps per second and the p99. */
async function measure(db: Database, one: (id: string, n: number) => Promise<void>) {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  const run = async () => {
    let id = '';
    for (let n = 0; performance.now() < until; n += 1) {
      if (n % 20 === 0) id = await open(db);
      const start = performance.now();
      await one(id, 1000 + n);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, run));
  const sorted = times.toSorted((a, b) => a - b);
  return { rate: times.length / seconds, p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0 };
}

async function open(db: Database): Promise<string> {
  const request = {
    region,
    command: uuidv7(),
    by,
    app: 'bench',
    process: 'bench',
    title: '测速',
    organisation: 'town',
  };
  const answer = await db.transaction((tx) => startCase(tx, ports, { ...request, variables: {}, simulated: true }));
  return answer.case;
}

const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-'));
const server = await startEmbedded({ folder });
try {
  const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' }, size: clients });
  await migrate(db, [ledgerMigrations, jobsMigrations, handleMigrations]);
  await registerDefinition(db, systemClock, 'bench', readProcess(model, 'bench.bpmn'));
  const evidence = { hash: 'h', type: 'image/png', size: 1, name: 'a.png' };
  const engine = async (id: string) => {
    await db.transaction((tx) => addEvidence(tx, ports, { region, case: id, command: uuidv7(), by, evidence }));
  };
  await measure(db, engine); // warms up both sides
  const bare = await measure(db, (id, n) => bareStep(db, id, n));
  const whole = await measure(db, engine);
  await db.close();
  const table = [
    '# bench/handle: case steps one by one',
    '',
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, ${clients} clients, ${seconds} s each, fsync on, embedded PostgreSQL.`,
    'Opening a case after every 20 steps is in the wall time of both and not counted as a step.',
    '',
    '| | steps/s | p99, ms |',
    '|---|---|---|',
    `| the writes alone, as single statements | ${bare.rate.toFixed(0)} | ${bare.p99.toFixed(0)} |`,
    `| a command of the engine, not batched | ${whole.rate.toFixed(0)} | ${whole.p99.toFixed(0)} |`,
    `| ratio | ${(whole.rate / bare.rate).toFixed(2)} | |`,
    '',
  ].join('\n');
  const results = path.join(import.meta.dirname, '../results');
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'handle.md'), table);
  process.stdout.write(table);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
