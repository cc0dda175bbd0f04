import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestServer } from '../test/startTestServer.ts';
import { datastream, registerTestStations, westDatastream } from '../test/testStations.ts';

test('batches that come at once over the same districts are all stored, and the city is the worst of them', async (t) => {
  const { server, db, clock } = await startTestServer(t);
  await registerTestStations(db);
  const start = clock.now().getTime();
  clock.advance(3_600_000);
  const senders = Array.from({ length: 8 }, (_, sender) => sender);
  await Promise.all(
    senders.map(async (sender) => {
      for (let n = 0; n < 20; n++) {
        const phenomenonTime = new Date(start + 3_000_000 + (n * 8 + sender) * 1_000);
        const both = [
          { region: '990101', datastream, phenomenonTime, result: 0.05 },
          { region: '990102', datastream: westDatastream, phenomenonTime, result: 0.12 },
        ];
        await server.intake(`device:${sender}`, 'test', n % 2 === 0 ? both : both.toReversed());
      }
    }),
  );
  const [stored] = await db.query<{ n: number }>(`SELECT count(*) AS n FROM sense.observation`);
  assert.equal(stored?.n, 320);
  const [city] = await db.query<{ value: number; light: string }>(
    `SELECT value, light FROM vitals.sign WHERE region = '990100'`,
  );
  assert.deepEqual(city, { value: 0.12, light: 'due' });
});
