import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@yiwang/faults';
import { copyRows, readRows, testDatabase, type CopyColumn } from '../index.ts';

const columns: readonly CopyColumn[] = [
  { name: 'n', type: 'int4' }, // to read them back in order
  { name: 'a', type: 'int2' },
  { name: 'b', type: 'int4' },
  { name: 'c', type: 'int8' },
  { name: 'd', type: 'float8' },
  { name: 'e', type: 'text' },
  { name: 'f', type: 'bool' },
  { name: 'g', type: 'timestamptz' },
  { name: 'h', type: 'uuid' },
  { name: 'i', type: 'jsonb' },
  { name: 'j', type: 'text[]' },
  { name: 'k', type: 'bytea' },
];
const definition = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
const types = columns.map(({ type }) => type);

/** mulberry32: a seeded generator, so that a failure can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomRow(random: () => number): unknown[] {
  const pick = <T>(...choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
  const whole = (limit: number) => Math.floor((random() * 2 - 1) * limit);
  const words = () =>
    Array.from({ length: Math.floor(random() * 40) }, () =>
      pick('水', '位', 'a', '\n', '\t', '\\', '"', '{', '😀', "'", 'é', ' '),
    ).join('');
  const hex = (n: number) => Array.from({ length: n }, () => Math.floor(random() * 16).toString(16)).join('');
  const row: unknown[] = [
    pick(whole(2 ** 15), -(2 ** 15), 2 ** 15 - 1),
    pick(whole(2 ** 31), -(2 ** 31), 2 ** 31 - 1),
    pick(whole(2 ** 53), Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0, -1),
    pick(random() * 1e300, -0, NaN, Infinity, -Infinity, 5e-324),
    words(),
    random() < 0.5,
    new Date(pick(whole(4e12), 8.64e15, 0, 946_684_800_000, -1)),
    `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`,
    pick<unknown>({ level: random(), 名: words() }, [1, 'b', null], 'text', 7, true),
    Array.from({ length: Math.floor(random() * 5) }, () => (random() < 0.2 ? null : words())),
    Buffer.from(Array.from({ length: Math.floor(random() * 50) }, () => Math.floor(random() * 256))),
  ];
  return row.map((value) => (random() < 0.1 ? null : value));
}

suite('binary COPY', () => {
  test('every type comes back as it went in, and is what the server itself reads', async (t) => {
    const db = await testDatabase(t, []);
    await db.execute(`CREATE TABLE round (${definition})`);
    for (const seed of [1, 2, 3, 4, 5]) {
      const random = seeded(seed);
      const rows = Array.from({ length: 500 }, (_, n) => [n, ...randomRow(random)]);
      await db.execute('TRUNCATE round');
      const [count, back] = await db.transaction(async (tx) => {
        const copied = await copyRows(tx, 'public.round', columns, rows);
        const read: unknown[][] = [];
        for await (const batch of readRows(tx, 'SELECT * FROM round ORDER BY n', types)) read.push(...batch);
        return [copied, read] as const;
      });
      assert.equal(count, rows.length);
      assert.deepEqual(back, rows, `seed ${seed}`);
      const bySelect = await db.query<Record<string, unknown>>(
        'SELECT n, a, b, c, d, e, f, h, j, k FROM round ORDER BY n',
      );
      const without = rows.map((row) => [0, 1, 2, 3, 4, 5, 6, 8, 10, 11].map((n) => row[n]));
      assert.deepEqual(
        bySelect.map((row) => Object.values(row)),
        without,
        `seed ${seed}`,
      );
    }
  });

  test('a large row passes through whole', async (t) => {
    const db = await testDatabase(t, []);
    await db.execute('CREATE TABLE large (body text)');
    const body = '塘'.repeat(500_000);
    await db.transaction(async (tx) => {
      await copyRows(tx, 'large', [{ name: 'body', type: 'text' }], [[body], [null], [body]]);
      const read: unknown[][] = [];
      for await (const batch of readRows(tx, 'SELECT body FROM large', ['text'])) read.push(...batch);
      assert.deepEqual(read, [[body], [null], [body]]);
    });
  });

  test('no rows are no rows', async (t) => {
    const db = await testDatabase(t, []);
    await db.execute('CREATE TABLE bare (n int)');
    await db.transaction(async (tx) => {
      assert.equal(await copyRows(tx, 'bare', [{ name: 'n', type: 'int4' }], []), 0);
      for await (const batch of readRows(tx, 'SELECT n FROM bare', ['int4'])) assert.fail(`got ${batch.length}`);
    });
  });

  test('a value of another type names its row and column, and nothing of the transaction stays', async (t) => {
    const db = await testDatabase(t, []);
    await db.execute('CREATE TABLE strict (n int)');
    const wrong = db.transaction((tx) => copyRows(tx, 'strict', [{ name: 'n', type: 'int4' }], [[1], ['2']]));
    await assert.rejects(wrong, (error) => {
      assert.ok(isFault(error, 'postgres.copyValue'));
      assert.deepEqual(error.params, { row: 2, column: 'n', type: 'int4' });
      return true;
    });
    assert.deepEqual(await db.query('SELECT * FROM strict'), []);
  });

  test('rows are taken no faster than the server reads them', async (t) => {
    const db = await testDatabase(t, []);
    await db.execute(`CREATE TABLE slow (n int CHECK (n > 0 OR pg_sleep(1) IS NOT NULL), body text)`);
    let made = 0;
    const body = 'x'.repeat(10_000);
    function* rows() {
      for (; made < 5000; made++) yield [made, body];
    }
    const columns: CopyColumn[] = [
      { name: 'n', type: 'int4' },
      { name: 'body', type: 'text' },
    ];
    const copied = db.transaction((tx) => copyRows(tx, 'slow', columns, rows()));
    await sleep(600); // the server sleeps on the first row
    assert.ok(made < 1500, `${made} rows of 10 kB were taken from their source`);
    assert.equal(await copied, 5000);
  });
});
