import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock, uuidv7 } from '@yiwang/clock';
import { migrate, openDatabase, startEmbedded, type Database, type Sql } from '@yiwang/postgres';
import {
  appendEntries,
  createSigningKey,
  ledgerMigrations,
  startSequencer,
  verifyBook,
  type NewEntry,
} from '@yiwang/ledger';
import { variants, type Variant } from './variants.ts';

/**
 * What a ledger entry costs a batched case step. Each step is one statement with six row writes per transition; the same
 * seeded batches run with and without entries, in pairs whose order alternates, so that noise of the machine hits both.
 */
const seed = 2026;
const cases = 50_000;
const batchSizes = [100, 200];
const pairs = Number(process.env['PAIRS'] ?? 60);
const region = '990101';

const step = `
  WITH c AS (SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::jsonb[], $6::jsonb[], $7::uuid[]) AS c (id, rev, el, owner, patch, ev, task)),
  u AS (UPDATE bench.inst i SET rev = i.rev + 1, vars = i.vars || c.patch FROM c WHERE i.region = '${region}' AND i.id = c.id
        RETURNING i.id, i.rev, c.el, c.owner, c.ev, c.task),
  k AS (UPDATE bench.token t SET el = u.el FROM u WHERE t.region = '${region}' AND t.inst = u.id),
  d AS (UPDATE bench.task SET state = 1 FROM u WHERE task.region = '${region}' AND task.inst = u.id AND task.rev = u.rev - 1),
  n AS (INSERT INTO bench.task SELECT '${region}', id, rev, el, 0, owner, now() + interval '5 day' FROM u),
  e AS (INSERT INTO bench.ev SELECT '${region}', id, rev * 2 + x, el, x + 1, now(), ev FROM u, generate_series(0, 1) x)
  SELECT id FROM u`;

const schema = `
  CREATE SCHEMA bench;
  CREATE TABLE bench.inst (region text, id uuid, rev int, vars jsonb, PRIMARY KEY (region, id)) WITH (fillfactor = 70);
  CREATE TABLE bench.token (region text, inst uuid, el int, PRIMARY KEY (region, inst)) WITH (fillfactor = 70);
  CREATE TABLE bench.task (region text, inst uuid, rev int, el int, state int, owner int, due timestamptz, PRIMARY KEY (region, inst, rev));
  CREATE INDEX ON bench.task (region, owner) WHERE state = 0;
  CREATE TABLE bench.ev (region text, inst uuid, n int, el int, kind int, at timestamptz, body jsonb, PRIMARY KEY (region, inst, n));`;

function random(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ids = Array.from({ length: cases }, () => uuidv7());
const chance = random(seed);

function picked(size: number, from = 0, to = cases): readonly string[] {
  const chosen = new Set<string>();
  while (chosen.size < size) chosen.add(ids[from + Math.floor(chance() * (to - from))] ?? '');
  return [...chosen];
}

function stepValues(chosen: readonly string[]): unknown[] {
  return [
    chosen,
    chosen.map(() => 0),
    chosen.map((_, n) => n % 64),
    chosen.map((_, n) => n % 500),
    chosen.map(() => '{"k":1}'),
    chosen.map(() => '{"by":"u1","op":"complete"}'),
    chosen,
  ];
}

function entriesOf(chosen: readonly string[]): NewEntry[] {
  return chosen.map((id, n) => ({
    region,
    kind: 'case.completed',
    actor: `account:${100_000 + (n % 500)}`,
    subject: `case:${id}`,
    reason: 'water level back in band',
    body: { step: 'verify', form: { level: 3.27, photo: 'sha256:5dc9da79a70659a9', note: '水位回落' } },
  }));
}

interface Ratio {
  readonly plain: number;
  readonly withEntries: number;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

function quantile(values: readonly number[], at: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * at)] ?? Number.NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function measure(
  db: Database,
  size: number,
  append: (sql: Sql, entries: NewEntry[]) => Promise<unknown>,
): Promise<Ratio> {
  const plain: number[] = [];
  const full: number[] = [];
  const one = (withEntries: boolean): Promise<number> => {
    const chosen = picked(size);
    return timed(() =>
      db.transaction(async (tx) => {
        await tx.query(step, stepValues(chosen));
        if (withEntries) await append(tx, entriesOf(chosen));
      }),
    );
  };
  for (let n = 0; n < 40; n++) await one(n % 2 === 0);
  for (let n = 0; n < pairs; n++) {
    for (const withEntries of n % 2 === 0 ? [false, true] : [true, false]) {
      (withEntries ? full : plain).push(await one(withEntries));
    }
  }
  const ratios = full.map((time, n) => time / (plain[n] ?? Number.NaN));
  return {
    plain: quantile(plain, 0.5),
    withEntries: quantile(full, 0.5),
    ratio: quantile(full, 0.5) / quantile(plain, 0.5),
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
  };
}

/** Back to back steps of one writer: with two of them the machine has no idle core for the sequencer. */
async function loop(db: Database, withEntries: boolean, half: 0 | 1): Promise<void> {
  for (let n = 0; n < pairs; n++) {
    // Each writer has its own half of the cases: they must not wait for each other.
    const chosen = picked(200, (half * cases) / 2, ((half + 1) * cases) / 2);
    await db.transaction(async (tx) => {
      await tx.query(step, stepValues(chosen));
      if (withEntries) await appendEntries(tx, systemClock, entriesOf(chosen));
    });
  }
}

async function prepare(db: Database): Promise<void> {
  await migrate(db, [ledgerMigrations]);
  await db.query(schema);
  for (const variant of variants) await db.query(variant.schema);
  await db.execute(`INSERT INTO bench.inst SELECT $2, unnest($1::uuid[]), 0, '{}'`, [ids, region]);
  await db.execute(`INSERT INTO bench.token SELECT $2, unnest($1::uuid[]), 0`, [ids, region]);
  await db.execute(`INSERT INTO bench.task SELECT $2, unnest($1::uuid[]), 0, 0, 0, 1, now()`, [ids, region]);
  await db.query('VACUUM ANALYZE');
}

function row(name: string, size: number, { plain, withEntries, ratio, low, high }: Ratio): string {
  const line = `| ${name} | ${size} | ${plain.toFixed(2)} | ${withEntries.toFixed(2)} | **${ratio.toFixed(2)}** | ${low.toFixed(2)}–${high.toFixed(2)} |`;
  console.log(line);
  return line;
}

const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-'));
const server = await startEmbedded({ folder });
const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
try {
  await prepare(db);
  const lines: string[] = [];
  const product: Variant = {
    name: 'as built: one inbox row per append, unpacked by the sequencer',
    schema: '',
    append: (sql, entries) => appendEntries(sql, systemClock, entries),
  };
  for (const variant of [product, ...variants]) {
    for (const size of batchSizes) lines.push(row(variant.name, size, await measure(db, size, variant.append)));
  }
  const key = createSigningKey('bench');
  const waiting =
    (await db.query<{ n: number }>(`SELECT coalesce(sum(count), 0)::int AS n FROM ledger.inbox`))[0]?.n ?? 0;
  const sequencer = await startSequencer(db, systemClock, { key, everyMilliseconds: 500 });
  const placing = await timed(() => sequencer.runOnce());
  for (const size of batchSizes) {
    lines.push(row('as built, with the sequencer running beside', size, await measure(db, size, product.append)));
  }
  const sustained: number[] = [];
  for (const withEntries of [false, true, true, false]) {
    await sequencer.runOnce();
    sustained.push(
      await timed(async () => {
        await Promise.all([loop(db, withEntries, 0), loop(db, withEntries, 1)]);
        if (withEntries) await sequencer.runOnce();
      }),
    );
  }
  const [plain1 = 0, full1 = 0, full2 = 0, plain2 = 0] = sustained;
  const saturated = (full1 + full2) / (plain1 + plain2);
  console.log(`saturated: ${saturated.toFixed(2)}`);
  await sequencer.stop();
  let leaves = 0;
  const verifying = await timed(async () => {
    const report = await verifyBook(db, region);
    leaves = report.leaves;
    console.log(`findings: ${report.findings.length}`);
  });
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const text = `# Cost of the ledger

Machine: ${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, shared and noisy: trust the ratios. Commit ${commit}, seed ${seed}.
${cases} cases; a step is one statement with six row writes per transition, fsync on; ${pairs} pairs per line, order alternating.
Ratio = median with entries ÷ median without; the quartiles are of the pairs' ratios.

| how entries are written | transitions | step, ms | with entries, ms | ratio | quartiles |
|---|---|---|---|---|---|
${lines.join('\n')}

The ratio is what a case waits for. The sequencer's work comes after the commit, so it is not in it: with two writers that leave
it no idle core, all steps, and all entries placed and signed, took **${saturated.toFixed(2)}** times as long as the steps alone.

| | entries | seconds | entries/s |
|---|---|---|---|
| sequencer: placing a backlog | ${waiting} | ${(placing / 1000).toFixed(2)} | ${Math.round(waiting / (placing / 1000))} |
| verifying a book | ${leaves} | ${(verifying / 1000).toFixed(2)} | ${Math.round(leaves / (verifying / 1000))} |
`;
  mkdirSync(new URL('../results/', import.meta.url), { recursive: true });
  writeFileSync(new URL('../results/ledger.md', import.meta.url), text);
} finally {
  await db.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
