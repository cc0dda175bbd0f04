import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import mqtt from 'mqtt';
import { issueCredential } from '@yiwang/sense';
import { issueDeviceToken } from '../identity/deviceTokens.ts';
import { people, startTestServer, type TestServer } from '../test/startTestServer.ts';
import { datastream, region, registerTestStations, thing, westDatastream } from '../test/testStations.ts';

interface Doors extends TestServer {
  readonly post: (
    body: string,
    headers?: Record<string, string>,
    path?: string,
  ) => Promise<{ status: number; code: string }>;
  readonly values: () => Promise<readonly number[]>;
}

async function openDoors(t: TestContext, mqttPort?: number): Promise<Doors> {
  const started = await startTestServer(t, mqttPort === undefined ? {} : { mqttPort });
  const { db, clock, call } = started;
  await registerTestStations(db);
  const token = await db.transaction((tx) => issueDeviceToken(tx, clock, people.device, 'system:test'));
  return {
    ...started,
    async post(body, headers = {}, path = '/sta/v1.1/Observations') {
      const response = await call(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        body,
      });
      const told = (await response.json()) as { code?: string };
      return { status: response.status, code: told.code ?? '' };
    },
    async values() {
      const rows = await db.query<{ result: number }>(`SELECT result FROM sense.observation ORDER BY phenomenon_time`);
      return rows.map(({ result }) => result);
    },
  };
}

function observation(id: string, result: unknown = 2, phenomenonTime = '2026-11-20T00:59:00Z'): string {
  return JSON.stringify({ Datastream: { '@iot.id': id }, phenomenonTime, result });
}

test('what is malformed, oversized, unregistered or from the future is refused with its fault, and nothing of it is stored', async (t) => {
  const { post, values } = await openDoors(t);
  assert.deepEqual(await post('{"result": '), { status: 400, code: 'sense.unreadable' });
  assert.deepEqual(await post(''), { status: 400, code: 'sense.unreadable' });
  assert.deepEqual(await post(observation(datastream, '2')), { status: 422, code: 'sense.badObservations' });
  assert.deepEqual(await post(observation(datastream, 2, '2027-01-01T00:00:00Z')), {
    status: 422,
    code: 'sense.badObservations',
  });
  assert.deepEqual(await post(observation('00000000-0000-7000-8000-0000000000ff')), {
    status: 422,
    code: 'sense.badObservations',
  });
  assert.deepEqual(await post(`"${'x'.repeat(1_100_000)}"`), { status: 413, code: 'server.tooLarge' });
  assert.deepEqual(await post('<a/>', { 'content-type': 'text/xml' }), { status: 415, code: 'server.unsupportedType' });
  const half = `[${observation(datastream)},${observation(datastream, null)}]`;
  assert.deepEqual(await post(half), { status: 422, code: 'sense.badObservations' });
  assert.deepEqual(await values(), []);
});

test('a device is refused without its token, with a forged one, and outside its region', async (t) => {
  const { post } = await openDoors(t);
  const forged = { authorization: `Bearer ${'A'.repeat(43)}` };
  assert.deepEqual(await post(observation(datastream), forged), { status: 401, code: 'server.notSignedIn' });
  assert.deepEqual(await post(observation(datastream), { authorization: 'Basic ////' }), {
    status: 401,
    code: 'server.notSignedIn',
  });
  assert.deepEqual(await post(observation(westDatastream)), { status: 403, code: 'server.forbidden' });
});

test('a thing writes to its own datastreams by the credential that it uses by MQTT, and to no other', async (t) => {
  const { post, db, values } = await openDoors(t);
  const { username, token } = await db.transaction((tx) => issueCredential(tx, region, thing));
  const authorization = `Basic ${Buffer.from(`${username}:${token}`).toString('base64')}`;
  assert.equal((await post(observation(datastream), { authorization })).status, 201);
  assert.deepEqual(await post(observation(westDatastream), { authorization }), {
    status: 403,
    code: 'sense.notAllowed',
  });
  assert.deepEqual(await values(), [2]);
});

test('data arrays come in one request and are answered with a link each', async (t) => {
  const { call, db, clock, values } = await openDoors(t);
  const token = await db.transaction((tx) => issueDeviceToken(tx, clock, people.device, 'system:test'));
  const send = async (): Promise<unknown> => {
    const response = await call('/sta/v1.1/CreateObservations', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify([
        {
          Datastream: { '@iot.id': datastream },
          components: ['phenomenonTime', 'result'],
          'dataArray@iot.count': 2,
          dataArray: [
            ['2026-11-20T00:58:00Z', 1.5],
            ['2026-11-20T00:59:00Z', 1.6],
          ],
        },
      ]),
    });
    assert.equal(response.status, 201);
    return response.json();
  };
  assert.equal(((await send()) as string[]).length, 2);
  await send();
  assert.deepEqual(await values(), [1.5, 1.6], 'the second time changes nothing');
});

test('an observation by MQTT goes the same way, and is there when it is acknowledged', async (t) => {
  const { server, db, values } = await openDoors(t, 0);
  const { username, token } = await db.transaction((tx) => issueCredential(tx, region, thing));
  const client = await mqtt.connectAsync(server.mqttAddress ?? '', { username, password: token, reconnectPeriod: 0 });
  await client.publishAsync(
    `v1.1/Datastreams(${datastream})/Observations`,
    JSON.stringify({ phenomenonTime: '2026-11-20T00:59:00Z', result: 0.9 }),
    { qos: 1 },
  );
  assert.deepEqual(await values(), [0.9]);
  await client.endAsync();
  await server.engines.workers.runDue();
  const [opened] = await db.query<{ region: string }>(`SELECT region FROM handle."case"`);
  assert.equal(opened?.region, region);
});
