import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { manualClock } from '@yiwang/clock';
import { testDatabase } from '@yiwang/postgres';
import { recordObservations } from '@yiwang/sense';
import { followLatest, loadModels, serverMigrations } from '@yiwang/server';
import { prepareDrill } from './drillFeed.ts';

test('a drill that is begun again has every crossing judged, so that an open case hears that its water is gone', async (t) => {
  const db = await testDatabase(t, serverMigrations);
  const clock = manualClock('2026-11-20T01:00:00Z');
  const models = loadModels(path.join(import.meta.dirname, '..', '..', '..', 'cities', 'example'), true);
  const plan = { models, afterSeconds: 3600 };
  const { storyThing, datastreams } = await prepareDrill(db, clock, plan);
  const stream = datastreams.find(({ thing }) => thing === storyThing);
  assert.ok(stream);
  clock.advance(60_000);
  await db.transaction(async (tx) => {
    const { region, id: datastream } = stream;
    const { latest } = await recordObservations(tx, clock, {
      region,
      source: 'simulator:drill',
      observations: [{ region, datastream, phenomenonTime: clock.now(), result: 0.9 }],
    });
    await followLatest(tx, clock, models.indicators, latest);
  });
  clock.advance(600_000);
  await prepareDrill(db, clock, plan);
  const crossings = await db.query<{ to: string; waits: boolean }>(
    `SELECT x.to_light AS "to", j.id IS NOT NULL AS waits FROM vitals.crossing x
     LEFT JOIN jobs.job j ON j.region = x.region AND j.key = x.id::text AND j.queue = 'flow.judge'
     WHERE x.region = $1 AND x.thing = $2 ORDER BY x.at`,
    [stream.region, storyThing],
  );
  assert.deepEqual(
    crossings.map(({ to, waits }) => [to === 'over', waits]),
    [
      [true, true],
      [false, true],
    ],
  );
});
