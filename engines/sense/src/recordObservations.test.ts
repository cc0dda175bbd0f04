import { test } from 'node:test';
import assert from 'node:assert/strict';
import { manualClock } from '@yiwang/clock';
import { findEntries, ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import { findObservations, findThings, recordObservations, registerThings, senseMigrations } from './index.ts';
import type { Observation } from './index.ts';
import { makePartitions } from './partitions.ts';

const region = '990101';
const thing = '00000000-0000-7000-8000-000000000001';
const level = '00000000-0000-7000-8000-0000000000a1';
const rain = '00000000-0000-7000-8000-0000000000a2';
const start = new Date('2026-03-01T08:00:00Z');
const registry = {
  things: [
    {
      region,
      id: thing,
      name: { zh: '模拟水位点 001', en: 'Simulated level 001' },
      kind: 'water-level-point',
      organisation: 'ex.water',
      longitude: 10,
      latitude: 20,
      simulated: true,
      owner: 'ex.water',
      purpose: 'flood warning',
    },
  ],
  datastreams: [
    { region, id: level, thing, observedProperty: 'water-level', unit: 'm' },
    { region, id: rain, thing, observedProperty: 'rain-intensity', unit: 'mm/h' },
  ],
};

function at(seconds: number, result: number, datastream = level): Observation {
  return { region, datastream, phenomenonTime: new Date(start.getTime() + seconds * 1000), result };
}

async function sensedDatabase(t: { after(clean: () => Promise<void>): void }) {
  const db = await testDatabase(t, [ledgerMigrations, senseMigrations]);
  await db.transaction((tx) => registerThings(tx, registry));
  const clock = manualClock(start);
  const send = (...observations: Observation[]) =>
    db.transaction((tx) => recordObservations(tx, clock, { region, source: 'system:test', observations }));
  return { db, clock, send };
}

test('a batch is stored, moves the latest value and leaves one ledger entry with its hash', async (t) => {
  const { db, send } = await sensedDatabase(t);
  const result = await send(at(1, 2.5), at(2, 2.75), at(1, 0.5, rain));
  assert.equal(result.recorded, 3);
  const moved = new Map(result.latest.map((change) => [change.observedProperty, change.result]));
  assert.deepEqual([moved.size, moved.get('rain-intensity'), moved.get('water-level')], [2, 0.5, 2.75]);
  const entries = await findEntries(db, { region });
  assert.equal(entries.length, 1);
  assert.equal(entries[0]?.body['size'], 3);
  const [batch] = await db.query<{ sha256: string }>(`SELECT sha256 FROM sense.batch`);
  assert.equal(batch?.sha256, entries[0]?.body['sha256']);
});

test('a repeated batch changes nothing and leaves no entry', async (t) => {
  const { db, send } = await sensedDatabase(t);
  await send(at(1, 2.5), at(2, 2.75));
  const again = await send(at(2, 2.75), at(1, 2.5));
  assert.deepEqual({ ...again }, { batch: undefined, recorded: 0, repeated: 2, conflicting: 0, latest: [] });
  assert.equal((await findEntries(db, { region })).length, 1);
});

test('a second value for the same time leaves the first in place and is counted as conflicting', async (t) => {
  const { db, send } = await sensedDatabase(t);
  await send(at(1, 2.5));
  const result = await send(at(1, 9), at(3, 3), at(3, 4));
  assert.deepEqual([result.recorded, result.repeated, result.conflicting], [1, 2, 2]);
  const stored = await findObservations(db, {
    region,
    datastream: level,
    from: start,
    to: new Date(start.getTime() + 9000),
  });
  assert.deepEqual(
    stored.map((row) => row.result),
    [2.5, 3],
  );
});

test('a late value is stored and does not move the latest one back', async (t) => {
  const { db, send } = await sensedDatabase(t);
  await send(at(60, 3));
  const late = await send(at(5, 1));
  assert.equal(late.recorded, 1);
  assert.deepEqual(late.latest, []);
  const [found] = await findThings(db, region);
  assert.equal(found?.datastreams.find(({ id }) => id === level)?.result, 3);
});

test('a partition takes over the rows of its month from the default one, once', async (t) => {
  const { db, clock, send } = await sensedDatabase(t);
  await send(at(1, 2.5), at(86_400 * 40, 1));
  const made = await db.transaction((tx) => makePartitions(tx, clock));
  assert.deepEqual(made, ['observation_2026_03', 'observation_2026_04', 'observation_2026_05']);
  assert.deepEqual(await db.transaction((tx) => makePartitions(tx, clock)), []);
  assert.equal((await db.query(`SELECT 1 FROM sense.observation_default`)).length, 0);
  assert.equal((await db.query(`SELECT 1 FROM sense.observation_2026_03`)).length, 1);
  assert.equal((await send(at(1, 2.5))).repeated, 1);
});

test('concurrent batches over the same rows store each once', async (t) => {
  const { db, send } = await sensedDatabase(t);
  const rows = Array.from({ length: 200 }, (_, i) => at(i, i));
  const results = await Promise.all([send(...rows), send(...rows.toReversed()), send(...rows.slice(50))]);
  assert.equal(
    results.reduce((sum, { recorded }) => sum + recorded, 0),
    200,
  );
  assert.equal((await db.query(`SELECT 1 FROM sense.observation`)).length, 200);
});
