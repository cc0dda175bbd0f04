import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemClock } from '@yiwang/clock';
import { ledgerMigrations } from '@yiwang/ledger';
import { migrate, openDatabase, startEmbedded } from '@yiwang/postgres';
import { makePartitions, recordObservations, registerThings, senseMigrations } from '@yiwang/sense';
import type { Observation } from '@yiwang/sense';

/**
 * Batches through recordObservations (rows, latest values, batch hash, ledger entry; one transaction each) against binary
 * COPY of the same rows into the same table, in the same transactions. fsync on; the median of the rounds.
 */
const rounds = 5;
const datastreams = 1000;
const rowsPerRound = 100_000;
const region = '990101';

const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const place = { longitude: 10, latitude: 20, simulated: true, owner: 'ex', purpose: 'bench', organisation: 'ex' };
const things = [{ region, id: id(1), name: { zh: '模拟点', en: 'Simulated point' }, kind: 'point', ...place }];
const streams = Array.from({ length: datastreams }, (_, n) => {
  return { region, id: id(n + 16), thing: id(1), observedProperty: 'level', unit: 'm' };
});

let second = 0;
/** So many rows, each datastream in turn, later than all before. */
function rows(count: number): Observation[] {
  const start = Date.UTC(2026, 0, 1) + second * 1000;
  second += Math.ceil(count / datastreams);
  return Array.from({ length: count }, (_, n) => ({
    region,
    datastream: id((n % datastreams) + 16),
    phenomenonTime: new Date(start + Math.floor(n / datastreams) * 1000),
    result: (n % 977) / 16,
  }));
}

/** PGCOPY, six fields a row: region, datastream, phenomenon_time, result, received_at, batch. */
function* binaryCopy(observations: readonly Observation[]): Generator<Buffer> {
  yield Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
  const uuid = (text: string): Buffer => Buffer.from(text.replaceAll('-', ''), 'hex');
  const micros = (at: Date): bigint => BigInt(at.getTime() - Date.UTC(2000, 0, 1)) * 1000n;
  const now = micros(systemClock.now());
  const batch = uuid(id(2));
  for (const { datastream, phenomenonTime, result } of observations) {
    const row = Buffer.alloc(2 + 6 * 4 + 6 + 16 + 8 + 8 + 8 + 16);
    let at = row.writeInt16BE(6, 0);
    const field = (bytes: number): number => (at = row.writeInt32BE(bytes, at));
    field(6);
    at += row.write(region, at, 'latin1');
    field(16);
    at += uuid(datastream).copy(row, at);
    field(8);
    at = row.writeBigInt64BE(micros(phenomenonTime), at);
    field(8);
    at = row.writeDoubleBE(result, at);
    field(8);
    at = row.writeBigInt64BE(now, at);
    field(16);
    batch.copy(row, at);
    yield row;
  }
  yield Buffer.from('ffff', 'hex');
}

/** Joined to blocks of 64 KiB, as COPY's best case. */
function blocks(observations: readonly Observation[]): Buffer[] {
  const whole = Buffer.concat([...binaryCopy(observations)]);
  return Array.from({ length: Math.ceil(whole.length / 65_536) }, (_, n) =>
    whole.subarray(n * 65_536, (n + 1) * 65_536),
  );
}

const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-'));
const server = await startEmbedded({ folder });
const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' }, size: 2 });
const lines: string[] = [];
try {
  await migrate(db, [ledgerMigrations, senseMigrations]);
  await db.transaction(async (tx) => {
    await makePartitions(tx, systemClock);
    await registerThings(tx, { things, datastreams: streams });
  });
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  for (const size of [1000, 10_000, 100_000]) {
    const rates = { record: [] as number[], copy: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      for (const way of round % 2 === 0 ? (['record', 'copy'] as const) : (['copy', 'record'] as const)) {
        await db.query('TRUNCATE sense.observation, sense.latest');
        const batches = Array.from({ length: rowsPerRound / size }, () => rows(size));
        const started = performance.now();
        for (const observations of batches) {
          await db.transaction(async (tx) => {
            if (way === 'record') {
              await recordObservations(tx, systemClock, { region, source: 'system:bench', observations });
            } else {
              await pipeline(
                blocks(observations),
                await tx.copyIn('COPY sense.observation FROM STDIN (FORMAT binary)'),
              );
            }
          });
        }
        rates[way].push(rowsPerRound / ((performance.now() - started) / 1000));
      }
    }
    const [record, copy] = [median(rates.record), median(rates.copy)];
    const thousand = (rate: number): string => `${Math.round(rate / 1000)}k`;
    lines.push(`| ${size} | ${thousand(record)} | ${thousand(copy)} | ${(record / copy).toFixed(2)} |`);
  }
} finally {
  await db.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

const table = [
  '# bench/sense: observations stored a second',
  '',
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores. Embedded PostgreSQL, fsync on, one connection,`,
  `${datastreams} datastreams, ${rowsPerRound} rows a round, median of ${rounds} rounds in alternating order.`,
  'recordObservations also keeps the latest values and writes the batch hash and its ledger entry; COPY stores the rows only.',
  '',
  '| rows a batch | recordObservations | binary COPY | ratio |',
  '|---|---|---|---|',
  ...lines,
  '',
].join('\n');
const results = path.join(import.meta.dirname, '../results');
mkdirSync(results, { recursive: true });
writeFileSync(path.join(results, 'sense.md'), table);
console.log(table);
