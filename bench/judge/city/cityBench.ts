import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createColumnEngine, type PolicyTally, type RegisterRows } from '@yiwang/judge';
import { openDatabase, startEmbedded } from '@yiwang/postgres';
import { asFormula } from './asFormula.ts';
import { jsonRule, ratioFact } from './asJsonRule.ts';
import { policySql } from './asSql.ts';
import { feelText, zenText } from './asText.ts';
import { createPolicies, type CityPolicy } from './cityPolicies.ts';
import { cityRegister, createCity } from './cityRegister.ts';
import { measure, ms, type Measured } from './measure.ts';
import { loadPeer, type DuckModule, type FeelinModule, type JsonRulesModule, type ZenModule } from './peers.ts';
import { csvOf, rowOf, type Row } from './rows.ts';

/** As many entities as Hangzhou has, and as many policies as its platform has. */
export const entities = 1_529_000;
export const policyCount = 639;

/** What a peer found: its counts by policy, and its sums in 1/10,000 yuan where it was asked for them. */
interface Found {
  readonly counts: readonly number[];
  readonly sums?: readonly bigint[];
}

interface Line {
  readonly name: string;
  /** Entities that it really ran over; the time is for all, by rule of three. */
  readonly over: number;
  readonly wall: number;
  readonly cpu: number;
  readonly same: boolean;
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const sumOf = (tally: PolicyTally): bigint =>
  tally.amount.reduce((sum, one) => sum + one, 0n) * 10n ** BigInt(4 - tally.decimals);
const foundOf = (tallies: readonly PolicyTally[]): Found => ({
  counts: tallies.map(({ matched }) => total(matched)),
  sums: tallies.map(sumOf),
});

/** Whether two found the same, where both were asked. */
function isSame(a: Found, b: Found): boolean {
  if (a.counts.some((count, index) => count !== b.counts[index])) return false;
  return a.sums === undefined || b.sums === undefined || a.sums.every((sum, index) => sum === b.sums?.[index]);
}

/** What is under way goes to the error stream, since all of it takes some minutes. */
const tell = (what: string): void => void process.stderr.write(`${what}\n`);

export async function benchCity(): Promise<string[]> {
  const rows = createCity(entities);
  const policies = createPolicies(policyCount);
  const lines = [
    '## The whole city',
    '',
    `${entities.toLocaleString('en')} entities × ${policyCount} policies, one thread unless told. Ours is the least of nine runs after three; the databases ran once, policy by policy, which is several times faster for them than all in one scan; peers that take an object at a time ran over a sample, whose matches are compared as one total, and the time is for all by rule of three.`,
    '',
    '| counts | over | wall ms | CPU ms | CPU / ours | counts the same |',
    '|---|---|---|---|---|---|',
  ];
  const ours = await ownLines(rows, policies, false);
  const peers = await peerLines(rows, policies, ours.found);
  const base = ours.lines[0]?.cpu ?? 1;
  lines.push(...[...ours.lines, ...peers.counts].map((line) => rowText(line, base)));
  const amounts = await ownLines(rows, policies, true);
  const whole = isSame(amounts.found, peers.found);
  lines.push(
    '',
    '| counts and amounts | over | wall ms | CPU ms | CPU / ours | counts and sums the same |',
    '|---|---|---|---|---|---|',
  );
  lines.push(
    ...amounts.lines.map((line) => rowText({ ...line, same: line.same && whole }, amounts.lines[0]?.cpu ?? 1)),
  );
  lines.push(...peers.amounts.map((line) => rowText(line, amounts.lines[0]?.cpu ?? 1)));
  lines.push('', ...ours.notes, ...(await changeLines(rows, policies)), ...(await growthLines()));
  return lines;
}

function rowText({ name, over, wall, cpu, same }: Line, base: number): string {
  return `| ${name} | ${over === entities ? 'all' : over.toLocaleString('en')} | ${ms(wall)} | ${ms(cpu)} | ${(cpu / base).toFixed(1)} | ${same ? 'yes' : '**no**'} |`;
}

async function ownLines(rows: RegisterRows, policies: readonly CityPolicy[], withAmounts: boolean) {
  const formulas = policies.map(asFormula);
  const stored = await measure(1, () => createColumnEngine(rows));
  const engine = stored.result;
  const laid = await measure(1, () => engine.prepare(formulas, withAmounts));
  for (let warm = 0; warm < 3; warm += 1) laid.result.match();
  const matched = await measure(9, () => laid.result.match());
  const found = foundOf(matched.result);
  const plain = createColumnEngine(rows, 'plain').prepare(formulas, withAmounts);
  plain.match();
  const fallback = await measure(2, () => plain.match());
  const encode = (part: 'wall' | 'cpu'): number => stored[part] + laid[part];
  const line = (name: string, { wall, cpu }: Pick<Measured<unknown>, 'wall' | 'cpu'>, same = true): Line => ({
    name,
    over: entities,
    wall,
    cpu,
    same,
  });
  return {
    found: withAmounts ? found : { counts: found.counts },
    lines: [
      line('**Yiwang, WebAssembly SIMD**', matched),
      line('Yiwang, with the encoding of columns and conditions', {
        wall: matched.wall + encode('wall'),
        cpu: matched.cpu + encode('cpu'),
      }),
      line('Yiwang, plain JavaScript', fallback, isSame(foundOf(fallback.result), found)),
    ],
    notes: [
      `Columns and planes take ${(engine.bytes() / 1e6).toFixed(0)} MB besides the register's own ${(rowBytes(rows) / 1e6).toFixed(0)} MB: ${ms(stored.cpu)} ms CPU to lay the columns out, ${ms(laid.cpu)} ms for the planes of all conditions.`,
      '',
    ],
  };
}

const rowBytes = (rows: RegisterRows): number => rows.columns.reduce((sum, { values }) => sum + values.byteLength, 0);

async function peerLines(rows: RegisterRows, policies: readonly CityPolicy[], ours: Found) {
  const counts: Line[] = [];
  const amounts: Line[] = [];
  const duck = await benchDuck(rows, policies);
  counts.push({
    name: 'DuckDB 1.5.5, 2 threads',
    over: entities,
    ...duck.counts,
    same: isSame(ours, duck.counts.found),
  });
  amounts.push({
    name: 'DuckDB 1.5.5, 2 threads',
    over: entities,
    ...duck.amounts,
    same: isSame(ours, duck.amounts.found),
  });
  const postgres = await benchPostgres(rows, policies);
  counts.push(postgres.counts);
  amounts.push(postgres.amounts);
  for (const line of [
    await benchZen(rows, policies),
    await benchJsonRules(rows, policies),
    await benchFeelin(rows, policies),
  ]) {
    counts.push(line);
  }
  return { counts, amounts, found: duck.amounts.found };
}

const sqlTypes = { number: 'bigint', boolean: 'boolean', date: 'integer', string: 'smallint' } as const;
const columnsSql = cityRegister.columns.map(({ name, type }) => `"${name}" ${sqlTypes[type]}`).join(', ');

async function writeCsv(rows: RegisterRows, count: number, file: string): Promise<void> {
  const handle = await open(file, 'w');
  for (const piece of csvOf(rows, count)) await handle.write(piece);
  await handle.close();
}

async function benchDuck(rows: RegisterRows, policies: readonly CityPolicy[]) {
  tell('benchDuck');
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-'));
  try {
    const file = path.join(folder, 'city.csv');
    await writeCsv(rows, entities, file);
    const { DuckDBInstance } = await loadPeer<DuckModule>('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
    await connection.run(`CREATE TABLE city(${columnsSql})`);
    await connection.run(`INSERT INTO city SELECT * FROM read_csv('${file}', header=true, nullstr='')`);
    const ask = async (withAmounts: boolean) => {
      const { wall, cpu, result } = await measure(1, () =>
        askEach(policies, async (policy) => {
          const answer = await connection.runAndReadAll(policySql(policy, withAmounts));
          return answer.getRows()[0] ?? [];
        }),
      );
      return { wall, cpu, found: withAmounts ? result : { counts: result.counts } };
    };
    return { counts: await ask(false), amounts: await ask(true) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One policy after the other. */
async function askEach(
  policies: readonly CityPolicy[],
  ask: (policy: CityPolicy) => Promise<readonly unknown[]>,
): Promise<Required<Found>> {
  const counts: number[] = [];
  const sums: bigint[] = [];
  for (const policy of policies) {
    const [count, sum] = await ask(policy);
    counts.push(Number(count));
    sums.push(BigInt(typeof sum === 'bigint' || typeof sum === 'string' ? sum : 0));
  }
  return { counts, sums };
}

/** PostgreSQL is asked about a fortieth: all of it takes four minutes and more. */
async function benchPostgres(
  rows: RegisterRows,
  policies: readonly CityPolicy[],
): Promise<{ counts: Line; amounts: Line }> {
  const over = Math.floor(entities / 40);
  const part = { ...rows, count: over };
  const engine = createColumnEngine(part).prepare(policies.map(asFormula));
  const wanted = foundOf(engine.match());
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-'));
  const embedded = await startEmbedded({ folder: path.join(folder, 'pg') });
  const db = openDatabase({ connection: { socket: embedded.socket, database: 'postgres' }, size: 2 });
  try {
    await db.execute(`CREATE TABLE city(${columnsSql})`);
    await db.transaction(async (tx) => {
      const stream = await tx.copyIn('COPY city FROM STDIN (FORMAT csv, HEADER true)');
      await pipeline(Readable.from(csvOf(part, over)), stream);
    });
    await db.execute('ANALYZE city');
    const ask = async (withAmounts: boolean): Promise<Line> => {
      const start = performance.now();
      const found = await askEach(policies, async (policy) => {
        const [row = {}] = await db.query<Record<string, unknown>>(policySql(policy, withAmounts));
        return Object.values(row);
      });
      const wall = ((performance.now() - start) * entities) / over;
      const same = isSame(wanted, withAmounts ? found : { counts: found.counts });
      return { name: 'PostgreSQL 18 (its own CPU not counted: wall)', over, wall, cpu: wall, same };
    };
    return { counts: await ask(false), amounts: await ask(true) };
  } finally {
    await db.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sampled(rows: RegisterRows, count: number): readonly Row[] {
  const step = Math.floor(entities / count);
  return Array.from({ length: count }, (_one, index) => rowOf(rows, index * step));
}

/** What our own engine matches of a sample, to hold the others against. */
function wantedOf(rows: RegisterRows, policies: readonly CityPolicy[], count: number): number {
  const step = Math.floor(entities / count);
  const engine = createColumnEngine(rows).prepare(policies.map(asFormula), false);
  engine.match();
  let matches = 0;
  for (const index of policies.keys())
    for (const row of engine.rowsOf(index)) if (row % step === 0 && row / step < count) matches += 1;
  return matches;
}

const scaled = (name: string, over: number, { wall, cpu }: Measured<unknown>, same: boolean): Line => ({
  name,
  over,
  wall: (wall * entities) / over,
  cpu: (cpu * entities) / over,
  same,
});

async function benchZen(rows: RegisterRows, policies: readonly CityPolicy[]): Promise<Line> {
  tell('benchZen');
  const { ZenEngine } = await loadPeer<ZenModule>('@gorules/zen-engine');
  const expressions = policies.map((policy, index) => ({ id: `x${index}`, key: policy.code, value: zenText(policy) }));
  const place = { x: 0, y: 0 };
  const graph = {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'i', name: 'in', type: 'inputNode', position: place },
      { id: 'e', name: 'rules', type: 'expressionNode', position: place, content: { expressions } },
      { id: 'o', name: 'out', type: 'outputNode', position: place },
    ],
    edges: [
      { id: 'a', sourceId: 'i', targetId: 'e', type: 'edge' },
      { id: 'b', sourceId: 'e', targetId: 'o', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  const sample = sampled(rows, 100);
  await decision.evaluate(sample[0]);
  const measured = await measure(2, async () => {
    let matches = 0;
    for (const row of sample) {
      const { result } = await decision.evaluate(row);
      matches += Object.values(result).filter((value) => value === true).length;
    }
    return matches;
  });
  return scaled(
    'zen-engine 0.54',
    sample.length,
    measured,
    measured.result === wantedOf(rows, policies, sample.length),
  );
}

async function benchJsonRules(rows: RegisterRows, policies: readonly CityPolicy[]): Promise<Line> {
  tell('benchJsonRules');
  const { Engine } = await loadPeer<JsonRulesModule>('json-rules-engine');
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const policy of policies) engine.addRule(jsonRule(policy));
  const pairs = policies.flatMap(({ parts }) =>
    parts
      .flatMap((part) => ('any' in part ? part.any : [part.test]))
      .flatMap((test) => (test.kind === 'ratio' ? [test] : [])),
  );
  const sample = sampled(rows, 10).map((row) => {
    const facts: Row = { ...row };
    for (const { column, other } of pairs) {
      const [a, b] = [row[column], row[other]];
      facts[ratioFact(column, other)] = typeof a === 'number' && typeof b === 'number' ? a / b : null;
    }
    return facts;
  });
  await engine.run(sample[0]);
  const measured = await measure(1, async () => {
    let matches = 0;
    for (const row of sample) matches += (await engine.run(row)).events.length;
    return matches;
  });
  return scaled(
    'json-rules-engine 7.3',
    sample.length,
    measured,
    measured.result === wantedOf(rows, policies, sample.length),
  );
}

async function benchFeelin(rows: RegisterRows, policies: readonly CityPolicy[]): Promise<Line> {
  tell('benchFeelin');
  const feelin = await loadPeer<FeelinModule>('feelin');
  const texts = policies.map(feelText);
  const sample = sampled(rows, 2);
  const measured = await measure(1, () =>
    total(sample.map((row) => texts.filter((text) => feelin.evaluate(text, row).value === true).length)),
  );
  return scaled('feelin 8.2', sample.length, measured, measured.result === wantedOf(rows, policies, sample.length));
}

/** Another version of one policy, a threshold that moves, over the whole city. */
async function changeLines(rows: RegisterRows, policies: readonly CityPolicy[]): Promise<string[]> {
  tell('changeLines');
  const engine = createColumnEngine(rows);
  engine.prepare(policies.map(asFormula)).match();
  const one: number[] = [];
  for (const policy of policies.slice(0, 100)) {
    const formula = asFormula(policy);
    const { wall } = await measure(1, () => {
      const prepared = engine.prepare([formula]);
      prepared.match();
      prepared.release();
    });
    one.push(wall);
  }
  const moved: number[] = [];
  for (let threshold = 0; threshold < 100; threshold += 1) {
    const { wall } = await measure(1, () => {
      const prepared = engine.prepare([
        {
          eligible: {
            kind: 'all',
            operands: [
              { kind: 'within', column: 'revenue', intervals: [{ low: 2_000_000 + threshold * 1001 }], whenNull: null },
              { kind: 'flag', column: 'hightech', whenNull: null },
              { kind: 'not', operand: { kind: 'flag', column: 'blacklisted', whenNull: null } },
            ],
          },
        },
      ]);
      prepared.match();
      prepared.release();
    });
    moved.push(wall);
  }
  const at = (values: readonly number[], share: number): string =>
    ms(values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0);
  return [
    '| a change over the whole city, wall ms | median | 95 % |',
    '|---|---|---|',
    `| one policy with its amount, conditions known | ${at(one, 0.5)} | ${at(one, 0.95)} |`,
    `| a threshold of a column of doubles moved | ${at(moved, 0.5)} | ${at(moved, 0.95)} |`,
    '',
  ];
}

/** How the cost grows. */
async function growthLines(): Promise<string[]> {
  tell('growthLines');
  const cell = async (rows: RegisterRows, count: number): Promise<string> => {
    const engine = createColumnEngine(rows);
    const prepared = engine.prepare(createPolicies(count).map(asFormula));
    prepared.match();
    const { cpu } = await measure(3, () => prepared.match());
    prepared.release();
    return ms(cpu);
  };
  const sizes = [10_000, 100_000, entities];
  const counts = [10, 100, 639, 5000];
  const lines = ['| CPU ms with amounts, by entities and policies | 10 | 100 | 639 | 5,000 |', '|---|---|---|---|---|'];
  for (const size of sizes) {
    const rows = createCity(size);
    const cells: string[] = [];
    for (const count of counts) cells.push(await cell(rows, count));
    lines.push(`| ${size.toLocaleString('en')} | ${cells.join(' | ')} |`);
  }
  return [...lines, ''];
}
