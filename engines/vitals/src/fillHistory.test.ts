import { test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase, type Database } from '@yiwang/postgres';
import { applyLatest, fillHistory, vitalsMigrations } from './index.ts';
import type { Change, Indicator } from './index.ts';

const start = new Date('2026-03-01T08:00:00Z');
const level: Indicator = {
  code: 'water-level',
  name: { zh: '水位', en: 'Water level' },
  unit: 'm',
  observedProperty: 'water-level',
  aggregation: 'worst',
  band: { low: 0, high: 4 },
  warn: { low: 0.25, high: 3.5 },
  hysteresis: 0.25,
  silentAfterMinutes: 3,
  decimals: 2,
  organisation: 'ex.water',
};
const indicators = (['worst', 'mean', 'max', 'min', 'share'] as const).map((aggregation) => ({
  ...level,
  threshold: { low: 1, high: null },
  code: aggregation,
  aggregation,
}));

/** Numbers of one seed, in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000;
}

/** Batches of one time each, at uneven times, of things in two districts and one that is the city's own. */
function batches(seed: number): Change[][] {
  const next = numbers(seed);
  let at = start.getTime();
  return Array.from({ length: 60 }, () => {
    at += Math.floor(next() * 70_000);
    return ['990101', '990101', '990102', '990100']
      .map((region, n): Change => {
        const thing = `00000000-0000-7000-8000-00000000000${n}`;
        const result = Math.round(next() * 72) / 16; // sixteenths add up exactly, in any order
        return { region, thing, observedProperty: 'water-level', phenomenonTime: new Date(at), result };
      })
      .filter(() => next() < 0.6);
  });
}

async function samplesOf(db: Database) {
  return {
    signs: await db.query(`SELECT * FROM vitals.sample ORDER BY region, indicator, minute`),
    points: await db.query(`SELECT * FROM vitals.point_sample ORDER BY region, indicator, thing, minute`),
  };
}

for (const seed of [1, 2, 3]) {
  test(`history filled in afterwards equals the live one, seed ${seed}`, async (t) => {
    const [live, later] = await Promise.all([
      testDatabase(t, [ledgerMigrations, vitalsMigrations]),
      testDatabase(t, [ledgerMigrations, vitalsMigrations]),
    ]);
    const clock = manualClock(start);
    const all = batches(seed);
    for (const batch of all) {
      const [first] = batch;
      if (first !== undefined) clock.set(first.phenomenonTime);
      await live.transaction((tx) => applyLatest(tx, clock, indicators, batch));
    }
    await later.transaction((tx) => fillHistory(tx, indicators, all.flat()));
    const [known, filled] = [await samplesOf(live), await samplesOf(later)];
    assert.ok(known.signs.length > 100);
    assert.deepEqual(filled.signs, known.signs);
    assert.deepEqual(filled.points, known.points);
    await later.transaction((tx) => fillHistory(tx, indicators, all.flat()));
    assert.deepEqual(await samplesOf(later), filled);
  });
}
