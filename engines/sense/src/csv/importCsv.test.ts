import { createReadStream, existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { importCsv, lastTimeOf, registerThings, senseMigrations } from '../index.ts';

const region = '990101';
const thing = '00000000-0000-7000-8000-000000000001';
const datastream = '00000000-0000-7000-8000-0000000000a1';

async function importer(t: { after(clean: () => Promise<void>): void }) {
  const db = await testDatabase(t, [ledgerMigrations, senseMigrations]);
  await db.transaction((tx) =>
    registerThings(tx, {
      things: [
        {
          region,
          id: thing,
          name: { zh: '模拟车速点 001', en: 'Simulated speed point 001' },
          kind: 'traffic-counter',
          organisation: 'ex.roads',
          longitude: 10,
          latitude: 20,
          simulated: true,
          owner: 'ex.roads',
          purpose: 'traffic',
        },
      ],
      datastreams: [{ region, id: datastream, thing, observedProperty: 'traffic-speed', unit: 'km/h' }],
    }),
  );
  const clock = manualClock('2026-03-01T08:00:00Z');
  const load = (input: AsyncIterable<Uint8Array>, timeZone = 'Asia/Shanghai') =>
    importCsv(db, clock, { input, region, datastream, source: 'account:100012', timeZone });
  return { db, load };
}

async function* bytes(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
}

test('local times are read in their zone, with byte order mark, CRLF and quotes', async (t) => {
  const { db, load } = await importer(t);
  const report = await load(
    bytes('\ufefftimestamp,va', 'lue\r\n2015-07-10 14:24:00,1.5\r\n"2015-07-10T06:25:00Z",2\r\n\r\n2015-07-10 14:26,3'),
  );
  assert.deepEqual(report, { rows: 3, recorded: 3, repeated: 0, conflicting: 0, bad: { count: 0, first: [] } });
  const rows = await db.query<{ at: Date }>(`SELECT phenomenon_time AS at FROM sense.observation ORDER BY 1`);
  assert.deepEqual(
    rows.map(({ at }) => at.toISOString()),
    ['2015-07-10T06:24:00.000Z', '2015-07-10T06:25:00.000Z', '2015-07-10T06:26:00.000Z'],
  );
});

test('bad rows are reported by line and reason, and the rest is stored', async (t) => {
  const { load } = await importer(t);
  const rows = ['2015-02-30 00:00:00,1', '2015-02-03 00:00:00,NaN', '2015-02-03 00:00:00', '2015-02-03 00:00:00,1,x'];
  rows.push(
    '2015-02-03 00:00:00,\0',
    '"2015,1',
    '2999-01-01 00:00:00,1',
    '2015-02-03 24:00:00,1',
    ',',
    '2015-02-03 00:00:00,1e999',
  );
  const report = await load(bytes(['timestamp,value', ...rows, '2015-02-03 00:00:00,7'].join('\n')));
  assert.equal(report.recorded, 1);
  assert.equal(report.bad.count, rows.length);
  assert.deepEqual(
    report.bad.first.map(({ line }) => line),
    rows.map((_, i) => i + 2),
  );
});

test('only the first hundred bad rows are told, all are counted', async (t) => {
  const { load } = await importer(t);
  const report = await load(bytes('timestamp,value\n', 'x\n'.repeat(5000)));
  assert.deepEqual([report.bad.count, report.bad.first.length], [5000, 100]);
});

test('a wrong header, an unknown zone, an empty file and an endless line are refused', async (t) => {
  const { load } = await importer(t);
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield* bytes('timestamp,value\n');
    for (let i = 0; i < 1024; i++) yield* bytes(Buffer.alloc(1024 * 1024, 49));
  }
  for (const [input, zone] of [
    [bytes('time,value\n'), 'UTC'],
    [bytes('timestamp,value\n'), 'Mars/Phobos'],
    [bytes(), 'UTC'],
    [endless(), 'UTC'],
  ] as const) {
    await assert.rejects(load(input, zone), (error) => isFault(error, 'sense.fileUnusable'));
  }
});

const series = path.resolve(import.meta.dirname, '../../../../../shared/series/nab/data/realTraffic');
const files = existsSync(series) ? globSync('*.csv', { cwd: series }).toSorted() : [];
if (files.length === 0)
  test('the NAB traffic series are imported', { skip: 'shared/series is absent' }, () => undefined);

for (const file of files) {
  test(`the NAB series ${file} is imported once, however often it is sent`, async (t) => {
    const { load } = await importer(t);
    const whole = path.join(series, file);
    const lines = readFileSync(whole, 'utf8').trimEnd().split('\n').slice(1);
    const times = new Set(lines.map((line) => line.split(',')[0]));
    const report = await load(createReadStream(whole), 'UTC');
    assert.deepEqual([report.rows, report.recorded, report.bad.count], [lines.length, times.size, 0]);
    const again = await load(createReadStream(whole), 'UTC');
    assert.deepEqual([again.recorded, again.repeated], [0, lines.length]);
  });
}

test('a replay moves every time by the same span; a time that could not be is bad before and after', async (t) => {
  const { db } = await importer(t);
  const clock = manualClock('2026-03-01T08:00:00Z');
  const text = 'timestamp,value\n2015-07-10T06:00:00Z,1\n2099-01-01T00:00:00Z,9\n2015-07-10T06:05:00Z,2\n';
  const last = await lastTimeOf(clock, { input: bytes(text), timeZone: 'UTC' });
  assert.equal(last?.toISOString(), '2015-07-10T06:05:00.000Z');
  const shift = clock.now().getTime() - (last?.getTime() ?? 0);
  const source = 'account:100012';
  const report = await importCsv(db, clock, { input: bytes(text), region, datastream, source, timeZone: 'UTC', shift });
  assert.deepEqual(report.bad.first, [{ line: 3, reason: 'the time is more than 10 minutes ahead' }]);
  const rows = await db.query<{ at: Date }>(`SELECT phenomenon_time AS at FROM sense.observation ORDER BY 1`);
  assert.deepEqual(
    rows.map(({ at }) => at.toISOString()),
    ['2026-03-01T07:55:00.000Z', '2026-03-01T08:00:00.000Z'],
  );
});
