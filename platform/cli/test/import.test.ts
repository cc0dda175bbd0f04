import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { systemClock } from '@yiwang/clock';
import { findThings } from '@yiwang/sense';
import { findSeries, findSigns } from '@yiwang/vitals';
import { runYiwang, startData, temporaryFolder, type Ran } from './runYiwang.ts';

const region = '330106';
const hour = 3_600_000;

function importer(folder: string): (file: string, ...rest: string[]) => Promise<Ran> {
  return (file, ...rest) =>
    runYiwang(['import', file, '--property', 'traffic-speed', '--region', region, '--data', folder, ...rest]);
}

/** 300 values, one in five minutes, from 2026-01-05 08:00 in Shanghai: with a byte order mark, CRLF and three bad rows. */
function seededFile(home: string): string {
  const file = path.join(home, 'seeded.csv');
  const start = Date.UTC(2026, 0, 5, 8);
  const rows = Array.from({ length: 300 }, (_, n) => {
    const local = new Date(start + n * 300_000).toISOString().slice(0, 19).replace('T', ' ');
    return `${local},${40 + ((n * 7919) % 20)}`;
  });
  rows.splice(10, 0, '2026-01-05 08:47:00,fast', 'yesterday,40', '2026-01-05 08:48:00');
  writeFileSync(file, `\ufefftimestamp,value\r\n${rows.join('\r\n')}\r\n`);
  return file;
}

test('a file is imported beside a running server: bad rows are told by line, the rest is in the history; a repeat adds nothing', async (t) => {
  const { folder, db } = await startData(t);
  const load = importer(folder);
  const file = seededFile(temporaryFolder(t));
  const first = await load(file, '--name', 'Ring road');
  assert.equal(first.code, 0, first.said);
  assert.match(
    first.said,
    /line 12: the value is no finite number\n.*line 13: the time can’t be read\n.*line 14: 2 fields/,
  );
  assert.match(first.said, /Ring road: 303 rows, 300 recorded, 0 known .*, 3 bad; 300 values/);
  const [point] = await findSeries(
    db,
    region,
    'traffic-speed',
    new Date('2026-01-05T08:00:00+08:00'),
    new Date('2026-01-05T08:05:00+08:00'),
    1,
  );
  assert.equal(point?.mean, 40);
  const again = await load(file, '--name', 'Ring road');
  assert.match(again.said, /0 recorded, 300 known \(0 with another value/);
  const things = await findThings(db, region);
  assert.equal(things.length, 1);
  assert.equal(things[0]?.simulated, false);
  assert.deepEqual(await findSigns(db, systemClock, region), [], 'an old value moves no sign');
});

test('a replay ends now, is marked as simulated, moves its sign, and a repeat adds nothing', async (t) => {
  const { folder, db } = await startData(t);
  const load = importer(folder);
  const file = seededFile(temporaryFolder(t));
  const first = await load(file, '--replay');
  assert.equal(first.code, 0, first.said);
  const [thing] = await findThings(db, region);
  assert.equal(thing?.simulated, true);
  assert.equal(thing.name.zh, 'seeded（模拟回放）');
  const [sign] = await findSigns(db, systemClock, region);
  assert.equal(sign?.indicator, 'traffic-speed');
  assert.equal(sign.value, 40 + ((299 * 7919) % 20));
  assert.equal(sign.light, 'ok');
  const now = systemClock.now();
  const series = await findSeries(db, region, 'traffic-speed', new Date(now.getTime() - 26 * hour), now, 26);
  assert.ok(series.filter(({ mean }) => mean !== null).length >= 24);
  const again = await load(file, '--replay');
  assert.match(again.said, /0 recorded, 300 known/);
});

test('without a running server the command starts it; what it does not know is told with what there is', async (t) => {
  const { folder, stop } = await startData(t);
  await stop();
  const file = seededFile(temporaryFolder(t));
  const alone = await importer(folder)(file);
  assert.match(alone.said, /300 recorded/);
  const unknown = await runYiwang(['import', file, '--property', 'fog', '--region', region, '--data', folder]);
  assert.equal(unknown.code, 1);
  assert.match(unknown.said, /--property must be .*traffic-speed/);
});

const speeds = path.resolve(import.meta.dirname, '../../../../shared/series/nab/data/realTraffic/speed_6005.csv');

test(
  'the real series speed_6005 (NAB) is in the history of its sign',
  { skip: existsSync(speeds) ? false : '../shared/series/nab is absent' },
  async (t) => {
    const { folder, db } = await startData(t);
    const { code, said } = await importer(folder)(speeds, '--zone', 'America/Chicago');
    assert.equal(code, 0, said);
    assert.match(said, /speed_6005: 2500 rows, 2500 recorded, .* 0 bad; 2500 values/);
    const from = new Date('2015-08-31T18:22:00-05:00');
    const series = await findSeries(db, region, 'traffic-speed', from, new Date(from.getTime() + 600_000), 10);
    assert.equal(series[0]?.mean, 90);
    const [{ values } = { values: 0 }] = await db.query<{ values: number }>(
      `SELECT sum(size)::bigint AS values FROM vitals.sample WHERE region = $1 AND indicator = 'traffic-speed'`,
      [region],
    );
    assert.equal(values, 2500);
  },
);
