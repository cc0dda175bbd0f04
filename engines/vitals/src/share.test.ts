import { test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { applyLatest, findSigns, vitalsMigrations } from './index.ts';
import type { Change, Indicator } from './index.ts';

const start = new Date('2026-03-01T08:00:00Z');
const oxygen: Indicator = {
  code: 'oxygen-share',
  name: { zh: '断面达标率', en: 'Sections that meet their class' },
  unit: '%',
  observedProperty: 'oxygen',
  aggregation: 'share',
  threshold: { low: 5, high: null },
  band: { low: 90, high: null },
  warn: { low: 95, high: null },
  hysteresis: 0,
  silentAfterMinutes: 60,
  decimals: 1,
  organisation: 'ex.water',
};

test('a share is the percentage of things that keep the threshold, in each district and in the city', async (t) => {
  const db = await testDatabase(t, [ledgerMigrations, vitalsMigrations]);
  const clock = manualClock(start);
  const tell = (values: Readonly<Record<string, readonly number[]>>) => {
    const changes = Object.entries(values).flatMap(([region, results]) =>
      results.map((result, n): Change => ({
        region,
        thing: `00000000-0000-7000-8000-${region}00000${n}`,
        observedProperty: 'oxygen',
        phenomenonTime: clock.now(),
        result,
      })),
    );
    return db.transaction((tx) => applyLatest(tx, clock, [oxygen], changes));
  };
  const valueOf = async (region: string) =>
    (await findSigns(db, clock, region)).map(({ value, light }) => [value, light]);

  assert.deepEqual(await tell({ '990101': [7, 5, 4.9, 8], '990102': [6] }), []);
  assert.deepEqual(await valueOf('990101'), [[75, 'over']]);
  assert.deepEqual(await valueOf('990102'), [[100, 'ok']]);
  assert.deepEqual(await valueOf('990100'), [[80, 'over']]);

  clock.advance(60_000);
  const crossings = await tell({ '990101': [7, 4, 6, 8] });
  assert.deepEqual(crossings, [], 'the things themselves cross nothing by it');
  assert.deepEqual(await valueOf('990100'), [[80, 'over']]);
  clock.advance(60_000);
  await tell({ '990101': [7, 5.1, 6, 8] });
  assert.deepEqual(await valueOf('990100'), [[100, 'ok']]);
});
