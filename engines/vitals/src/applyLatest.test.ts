import { test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { findEntries, ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import {
  applyLatest,
  findCrossings,
  findSeries,
  findSigns,
  findThingsState,
  getCrossing,
  registerMappedThings,
  vitalsMigrations,
} from './index.ts';
import type { Change, Indicator } from './index.ts';

const start = new Date('2026-03-01T08:00:00Z');
const level: Indicator = {
  code: 'water-level',
  name: { zh: '水位', en: 'Water level' },
  unit: 'm',
  observedProperty: 'water-level',
  aggregation: 'worst',
  band: { low: 0, high: 4 },
  warn: { low: 0.2, high: 3.5 },
  hysteresis: 0.2,
  silentAfterMinutes: 10,
  decimals: 2,
  organisation: 'ex.water',
};
const air: Indicator = {
  ...level,
  code: 'pm25',
  observedProperty: 'pm2.5',
  aggregation: 'mean',
  band: { low: null, high: 75 },
  warn: { low: null, high: 60 },
  hysteresis: 2,
};

function thingId(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

async function signDatabase(t: { after(clean: () => Promise<void>): void }) {
  const db = await testDatabase(t, [ledgerMigrations, vitalsMigrations]);
  const clock = manualClock(start);
  const things = [1, 2, 3].map((n) => ({
    region: n === 3 ? '990102' : '990101',
    id: thingId(n),
    name: { zh: `模拟水位点 00${n}`, en: `Simulated level 00${n}` },
    kind: 'water-level-point',
    organisation: 'ex.water',
    longitude: 10 + n,
    latitude: 20,
    simulated: true,
  }));
  await db.transaction((tx) => registerMappedThings(tx, things));
  /** Values at so many seconds after the start; the clock moves there. */
  const tell = (seconds: number, values: Readonly<Record<number, number>>, observedProperty = 'water-level') => {
    const phenomenonTime = new Date(start.getTime() + seconds * 1000);
    if (phenomenonTime > clock.now()) clock.set(phenomenonTime);
    const changes = Object.entries(values).map(([n, result]): Change => ({
      region: n === '3' ? '990102' : '990101',
      thing: thingId(Number(n)),
      observedProperty,
      phenomenonTime,
      result,
    }));
    return db.transaction((tx) => applyLatest(tx, clock, [level, air], changes));
  };
  return { db, clock, tell };
}

test('a value that leaves the band makes one crossing, with a ledger entry', async (t) => {
  const { db, tell } = await signDatabase(t);
  assert.deepEqual(await tell(0, { 1: 2, 2: 3, 3: 1 }), []);
  const [crossing, ...more] = await tell(5, { 1: 4.2 });
  assert.deepEqual(more, []);
  assert.deepEqual([crossing?.from, crossing?.to, crossing?.thing, crossing?.value], ['ok', 'over', thingId(1), 4.2]);
  const entries = await findEntries(db, { region: '990101' });
  assert.deepEqual(
    entries.map(({ kind, subject }) => [kind, subject]),
    [['band.left', `thing:${thingId(1)}`]],
  );
  const found = await findCrossings(db, '990100', start, new Date(start.getTime() + 60_000));
  assert.deepEqual(found, [crossing]);
  assert.deepEqual(await getCrossing(db, '990101', found[0]!.id), crossing);
  await assert.rejects(getCrossing(db, '990102', found[0]!.id), { name: 'Fault' });
});

test('a value that flaps around the limit makes one crossing out and one back', async (t) => {
  const { tell } = await signDatabase(t);
  const crossings = [];
  for (const [i, value] of [3.9, 4.1, 3.95, 4.05, 3.9, 4.2, 3.85, 3.7, 3.9].entries()) {
    crossings.push(...(await tell(i, { 1: value })));
  }
  assert.deepEqual(
    crossings.map(({ to, value }) => [to, value]),
    [
      ['over', 4.1],
      ['due', 3.7],
    ],
  );
});

test('a late value makes no crossing and changes no sign', async (t) => {
  const { db, clock, tell } = await signDatabase(t);
  await tell(60, { 1: 2 });
  const before = await findSigns(db, clock, '990101');
  assert.deepEqual(await tell(30, { 1: 9 }), []);
  assert.deepEqual(await findSigns(db, clock, '990101'), before);
});

test('the sign of a district shows its worst thing, and the city that of its worst district', async (t) => {
  const { db, clock, tell } = await signDatabase(t);
  await tell(0, { 1: 2, 2: 3.6, 3: 4.5 });
  const [district] = await findSigns(db, clock, '990101');
  assert.deepEqual([district?.value, district?.light, district?.worst?.thing], [3.6, 'due', thingId(2)]);
  const [city] = await findSigns(db, clock, '990100');
  assert.deepEqual([city?.value, city?.light, city?.worst], [4.5, 'over', { region: '990102', thing: thingId(3) }]);
});

test('the mean of a city weighs its things, not its districts', async (t) => {
  const { db, clock, tell } = await signDatabase(t);
  await tell(0, { 1: 10, 2: 20, 3: 60 }, 'pm2.5');
  const [city] = await findSigns(db, clock, '990100');
  assert.equal(city?.value, 30);
});

test('a sign and a thing of which nothing was heard for too long are unknown', async (t) => {
  const { db, clock, tell } = await signDatabase(t);
  await tell(0, { 1: 2, 3: 2 });
  clock.advance(9 * 60_000);
  await tell(540, { 3: 1 });
  clock.advance(2 * 60_000);
  const [silent] = await findSigns(db, clock, '990101');
  assert.deepEqual([silent?.light, silent?.value, silent?.at], ['unknown', null, start]);
  const things = await findThingsState(db, clock, '990100');
  assert.deepEqual(
    things.map(({ id, light, value }) => [id, light, value]),
    [
      [thingId(1), 'unknown', null],
      [thingId(3), 'ok', 1],
    ],
  );
});

test('a past minute shows what was known then', async (t) => {
  const { db, clock, tell } = await signDatabase(t);
  await tell(10, { 1: 2 });
  await tell(70, { 1: 4.5 });
  await tell(190, { 1: 1 });
  const at = new Date(start.getTime() + 150_000);
  const [past] = await findSigns(db, clock, '990101', { at });
  assert.deepEqual([past?.value, past?.light], [4.5, 'over']);
  const [thing] = await findThingsState(db, clock, '990101', { at });
  assert.deepEqual([thing?.value, thing?.light, thing?.simulated], [4.5, 'over', true]);
  const [earlier] = await findSigns(db, clock, '990101', { at: new Date(start.getTime() - 1) });
  assert.deepEqual([earlier?.value, earlier?.light], [null, 'unknown']);
  const series = await findSeries(db, '990101', 'water-level', start, new Date(start.getTime() + 240_000), 4);
  assert.deepEqual(
    series.map(({ mean }) => mean),
    [2, 4.5, null, 1],
  );
});

test('transactions of one district at once miss none of each other’s things', async (t) => {
  const { db, clock, tell } = await signDatabase(t);
  clock.set(new Date(start.getTime() + 60_000));
  for (let round = 0; round < 5; round++) {
    await Promise.all([
      tell(round, { 1: 10 + round }, 'pm2.5'),
      tell(round, { 2: 20 + round }, 'pm2.5'),
      tell(round, { 3: 30 + round }, 'pm2.5'),
    ]);
    const [district] = await findSigns(db, clock, '990101');
    assert.equal(district?.value, 15 + round);
    const [city] = await findSigns(db, clock, '990100');
    assert.equal(city?.value, 20 + round);
  }
});
