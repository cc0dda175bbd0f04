import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { loadModels } from '../loadModels.ts';
import { issueDeviceToken } from '../identity/deviceTokens.ts';
import { people, startTestServer } from '../test/startTestServer.ts';
import { datastream, registerTestStations } from '../test/testStations.ts';

test('a case hears that its sign is out again also where no rule would make a case of the value', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-city-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(import.meta.dirname, '..', '..', '..', '..', 'cities', 'example'), folder, { recursive: true });
  const rules = path.join(folder, 'apps', 'rain', 'rules', 'rain-event.dmn');
  const xml = readFileSync(rules, 'utf8');
  writeFileSync(rules, xml.replace('id="wet-value"><text>-<', 'id="wet-value"><text>not(0.16)<'));
  const { db, clock, call, server } = await startTestServer(t, { models: loadModels(folder, true) });
  await registerTestStations(db);
  const token = await db.transaction((tx) => issueDeviceToken(tx, clock, people.device, 'system:test'));
  const seen: unknown[] = [];
  for (const result of [0.42, 0.05, 0.16]) {
    clock.advance(10_000);
    const response = await call('/sta/v1.1/Observations', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        Datastream: { '@iot.id': datastream },
        phenomenonTime: clock.now().toISOString(),
        result,
      }),
    });
    assert.equal(response.status, 201);
    await server.engines.workers.runDue();
    seen.push(...(await db.query(`SELECT variables->'signInBand' AS "inBand" FROM handle."case"`)));
  }
  assert.deepEqual(seen, [{ inBand: false }, { inBand: true }, { inBand: false }]);
});
