import { test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { testDatabase } from '@yiwang/postgres';
import { recordObservations } from '@yiwang/sense';
import { registerStations, serverMigrations } from '@yiwang/server';
import type { Indicator } from '@yiwang/vitals';
import { fillFromStored } from '../src/fillFromStored.ts';
import { importedThing } from '../src/importedThing.ts';

const indicator: Indicator = {
  code: 'speed',
  name: { zh: '车速', en: 'Speed' },
  unit: 'km/h',
  observedProperty: 'speed',
  aggregation: 'mean',
  band: { low: 20, high: null },
  warn: { low: 24, high: null },
  hysteresis: 1,
  silentAfterMinutes: 60,
  decimals: 0,
  organisation: 'ex.roads',
};
const count = 45_000;
const start = Date.UTC(2026, 0, 1);

test('a series of more than two pages is in the samples as a whole, none of its values lost or counted twice', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  const region = '990102';
  const { thing, datastream } = importedThing(
    { file: 'a.csv', region, seat: [1, 2], indicator, name: undefined },
    undefined,
  );
  const values = Array.from({ length: count }, (_, n) => ({
    region,
    datastream: datastream.id,
    phenomenonTime: new Date(start + n * 7_000),
    result: (n * 31) % 60,
  }));
  await db.transaction(async (tx) => {
    await registerStations(tx, { things: [thing], datastreams: [datastream] });
    await recordObservations(tx, manualClock('2026-03-01T08:00:00Z'), {
      region,
      source: 'system:test',
      observations: values,
    });
  });
  const filled = await fillFromStored(db, [indicator], {
    region,
    thing: thing.id,
    datastream: datastream.id,
    observedProperty: 'speed',
    before: new Date('2026-03-01T08:00:00Z'),
  });
  assert.equal(filled, count);
  assert.deepEqual(
    await db.query(
      `SELECT sum(size)::bigint AS size, sum(total) AS total, count(*) AS minutes FROM vitals.sample WHERE region = $1`,
      [region],
    ),
    [
      {
        size: count,
        total: values.reduce((sum, { result }) => sum + result, 0),
        minutes: Math.floor(((count - 1) * 7) / 60) + 1,
      },
    ],
  );
});
