import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { copyRows, openDatabase, readRows, startEmbedded, type CopyColumn, type Transaction } from '@yiwang/postgres';

// ./yiwang bench postgres: rows/s of four ways into one table and two out of it, medians of rounds that alternate.
const seed = 1;
const count = 200_000;
const rounds = 5;

const columns: readonly CopyColumn[] = [
  { name: 'region', type: 'text' },
  { name: 'id', type: 'uuid' },
  { name: 'stream', type: 'int8' },
  { name: 'at', type: 'timestamptz' },
  { name: 'value', type: 'float8' },
  { name: 'quality', type: 'int4' },
  { name: 'final', type: 'bool' },
  { name: 'note', type: 'text' },
];
const names = columns.map(({ name }) => name).join(', ');

let state = seed;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
const rows: unknown[][] = Array.from({ length: count }, (_, n) => [
  '330106',
  `0193${n.toString(16).padStart(8, '0')}`.replace(/^(.{8})(.{4})$/, '$1-$2-7000-8000-') +
    Math.floor(random() * 2 ** 40)
      .toString(16)
      .padStart(12, '0'),
  Math.floor(random() * 2000),
  new Date(1_760_000_000_000 + n * 5),
  Math.round(random() * 100_000) / 1000,
  Math.floor(random() * 4),
  random() < 0.9,
  random() < 0.5 ? null : '水位正常',
]);

const statement = `INSERT INTO observation (${names}) SELECT * FROM unnest(${columns
  .map(({ type }, n) => `$${n + 1}::${type}[]`)
  .join(', ')})`;

const textOf = (value: unknown): string => {
  if (value === null) return '\\N';
  return value instanceof Date ? value.toISOString() : `${value as string | number | boolean}`;
};

const ways: Readonly<Record<string, (tx: Transaction) => Promise<unknown>>> = {
  'COPY binary in': (tx) => copyRows(tx, 'observation', columns, rows),
  async 'COPY text in'(tx) {
    const stream = await tx.copyIn(`COPY observation (${names}) FROM STDIN`);
    for (let n = 0; n < count; n += 1000) {
      const lines = rows.slice(n, n + 1000).map((row) => `${row.map(textOf).join('\t')}\n`);
      if (!stream.write(lines.join(''))) await once(stream, 'drain');
    }
    stream.end();
    await finished(stream);
  },
  async 'unnest, 1000 a statement'(tx) {
    for (let n = 0; n < count; n += 1000) {
      const batch = rows.slice(n, n + 1000);
      await tx.execute(
        statement,
        columns.map((_, column) => batch.map((row) => row[column])),
      );
    }
  },
  async 'COPY binary out'(tx) {
    const types = columns.map(({ type }) => type);
    let read = 0;
    for await (const batch of readRows(tx, `SELECT ${names} FROM filled`, types)) read += batch.length;
    return read;
  },
  'SELECT by pg': (tx) => tx.query(`SELECT ${names} FROM filled`),
};

const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-'));
const server = await startEmbedded({ folder, settings: { max_wal_size: '4GB' } });
const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
const definition = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
for (const table of ['observation', 'filled']) await db.execute(`CREATE TABLE ${table} (${definition})`);
await db.transaction((tx) => copyRows(tx, 'filled', columns, rows));

const times = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, way] of Object.entries(ways)) {
    await db.execute('TRUNCATE observation');
    await db.execute('CHECKPOINT');
    const started = performance.now();
    await db.transaction(way);
    if (round > 0) times.get(name)?.push(performance.now() - started); // the first warms up
  }
}
await db.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rates = [...times].map(([name, ms]) => ({ name, rowsPerSecond: Math.round(count / (median(ms) / 1000)) }));
const base = rates[0]?.rowsPerSecond ?? 1;
const results = rates.map((rate) => ({ ...rate, ratio: Math.round((rate.rowsPerSecond / base) * 100) / 100 }));
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.version}`;
writeFileSync(
  new URL('../results/postgres-copy.json', import.meta.url),
  `${JSON.stringify({ bench: 'postgres/copy', commit, machine, seed, rows: count, columns: columns.length, rounds, results }, null, 2)}\n`,
);
console.table(results);
