import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import mqtt from 'mqtt';
import { manualClock } from '@yiwang/clock';
import { ledgerMigrations } from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import {
  faultTopic,
  findDevice,
  issueCredential,
  recordObservations,
  registerThings,
  revokeCredential,
  senseMigrations,
  startMqtt,
} from '../index.ts';

const region = '990101';
const thing = '00000000-0000-7000-8000-000000000001';
const own = '00000000-0000-7000-8000-0000000000a1';
const foreign = '00000000-0000-7000-8000-0000000000b1';
const otherThing = '00000000-0000-7000-8000-000000000002';
const start = new Date('2026-03-01T08:00:00Z');

function observations(datastream: string): string {
  return `v1.1/Datastreams(${datastream})/Observations`;
}

function value(second: number, result: unknown = second): string {
  return JSON.stringify({ result, phenomenonTime: new Date(start.getTime() + second * 1000).toISOString() });
}

/** The next event of that name, errors being looked at by those who wait for them. */
function event(source: { once(name: string, heard: (value: unknown) => void): unknown }, name: string) {
  return new Promise<unknown>((resolve) => source.once(name, resolve));
}

async function mqttDoor(t: { after(clean: () => Promise<void>): void }) {
  const db = await testDatabase(t, [ledgerMigrations, senseMigrations]);
  const clock = manualClock(new Date(start.getTime() + 3_600_000));
  const station = (id: string) => ({
    region,
    id,
    name: { zh: '模拟水位点 001', en: 'Simulated level 001' },
    kind: 'water-level-point',
    organisation: 'ex.water',
    longitude: 10,
    latitude: 20,
    simulated: true,
    owner: 'ex.water',
    purpose: 'flood warning',
  });
  const credential = await db.transaction(async (tx) => {
    await registerThings(tx, {
      things: [station(thing), station(otherThing)],
      datastreams: [
        { region, id: own, thing, observedProperty: 'water-level', unit: 'm' },
        { region, id: foreign, thing: otherThing, observedProperty: 'water-level', unit: 'm' },
      ],
    });
    return issueCredential(tx, region, thing);
  });
  /** What happens at the end of each batch's transaction, before it commits. */
  const gate: { before: () => Promise<void> } = { before: () => Promise.resolve() };
  const door = await startMqtt({
    port: 0,
    clock,
    authenticate: (username, token) => findDevice(db, username, token),
    onBatch: (batch) =>
      db.transaction(async (tx) => {
        await recordObservations(tx, clock, { region, source: 'system:mqtt', observations: batch });
        await gate.before();
      }),
  });
  t.after(() => door.close());
  const connect = (options: mqtt.IClientOptions = {}) => {
    const client = mqtt.connect(`mqtt://127.0.0.1:${door.port}`, {
      username: credential.username,
      password: credential.token,
      reconnectPeriod: 0,
      ...options,
    });
    client.on('error', () => undefined);
    t.after(() => client.endAsync(true));
    return client;
  };
  const stored = () => db.query<{ result: number }>(`SELECT result FROM sense.observation ORDER BY phenomenon_time`);
  return { db, clock, door, credential, connect, stored, gate };
}

test('a message of QoS 1 is acknowledged after its commit, not before', async (t) => {
  const { connect, stored, gate } = await mqttDoor(t);
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  gate.before = () => held;
  const client = connect();
  let acknowledged = false;
  const sent = client.publishAsync(observations(own), value(1), { qos: 1 }).then(() => (acknowledged = true));
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(acknowledged, false);
  assert.equal((await stored()).length, 0);
  release();
  await sent;
  assert.equal((await stored()).length, 1);
});

test('a lost database connection gives no acknowledgement, and the message sent again is stored once', async (t) => {
  const { db, connect, stored, gate, door } = await mqttDoor(t);
  let cuts = 0;
  gate.before = async () => {
    if (cuts++ > 0) return;
    await db.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'idle in transaction'`,
    );
  };
  const client = connect({ reconnectPeriod: 50 });
  await client.publishAsync(observations(own), value(1), { qos: 1 });
  assert.equal(cuts, 2);
  assert.equal(door.counts().failed, 1);
  assert.deepEqual(await stored(), [{ result: 1 }]);
});

test('many messages at once share few commits and are all acknowledged', async (t) => {
  const { db, connect, stored, door } = await mqttDoor(t);
  const client = connect();
  await event(client, 'connect'); // what was queued before, this client sends one by one
  await Promise.all(
    Array.from({ length: 2000 }, (_, i) => client.publishAsync(observations(own), value(i), { qos: 1 })),
  );
  assert.equal((await stored()).length, 2000);
  assert.equal(door.counts().stored, 2000);
  assert.ok((await db.query(`SELECT 1 FROM sense.batch`)).length < 200);
});

test('a bad payload is acknowledged, stores nothing, and its sender is told', async (t) => {
  const { connect, stored, door, credential } = await mqttDoor(t);
  const client = connect();
  await client.subscribeAsync(faultTopic(credential.username));
  const bad = ['{', '', '[]x', value(1, 'NaN'), value(7200), '{"result":1,"phenomenonTime":"now"}', '"\\ud800"'];
  const heard: string[] = [];
  const all = new Promise<void>((resolve) => {
    client.on('message', (_topic, payload) => {
      heard.push((JSON.parse(payload.toString()) as { code: string }).code);
      if (heard.length === bad.length) resolve();
    });
  });
  for (const payload of bad) await client.publishAsync(observations(own), payload, { qos: 1 });
  await all;
  assert.ok(heard.every((code) => code.startsWith('sense.')));
  assert.equal(door.counts().refused, bad.length);
  await client.publishAsync(observations(own), value(1), { qos: 1 });
  assert.equal((await stored()).length, 1);
});

test('a device is cut off when it publishes to what it does not own', async (t) => {
  const { connect, stored } = await mqttDoor(t);
  for (const topic of [observations(foreign), 'v1.1/Things', '$SYS/x', observations('x')]) {
    const client = connect();
    await event(client, 'connect');
    client.publish(topic, value(1), { qos: 1 });
    await event(client, 'close');
  }
  assert.equal((await stored()).length, 0);
});

test('a device hears its own faults and nothing else', async (t) => {
  const { connect, credential } = await mqttDoor(t);
  const client = connect();
  for (const topic of ['#', '+/+', observations(own), `${faultTopic(otherThing)}`, '$SYS/#']) {
    const [granted] = await client.subscribeAsync(topic).catch(() => [{ qos: 128 }]);
    assert.equal(granted?.qos, 128, topic);
  }
  const [granted] = await client.subscribeAsync(faultTopic(credential.username));
  assert.equal(granted?.qos, 0);
});

test('a wrong, missing or revoked credential is refused', async (t) => {
  const { db, clock, connect, credential, door } = await mqttDoor(t);
  const refused = async (options: mqtt.IClientOptions) => {
    const client = connect(options);
    const error = (await event(client, 'error')) as { code?: number };
    return error.code;
  };
  assert.equal(await refused({ password: 'wrong' }), 5);
  assert.equal(await refused({ username: 'nobody' }), 5);
  assert.equal(await refused({ username: '', password: '' }), 5);
  const client = connect();
  await event(client, 'connect');
  await db.transaction((tx) => revokeCredential(tx, clock, region, credential.username));
  door.disconnect(credential.username);
  await event(client, 'close');
  assert.equal(await refused({}), 5);
});

test('a packet that announces more than 64 KiB is cut off before it is gathered', async (t) => {
  const { connect, door, stored } = await mqttDoor(t);
  const client = connect();
  await event(client, 'connect');
  client.publish(observations(own), Buffer.alloc(200_000, 32), { qos: 1 });
  await event(client, 'close');
  const socket = connectSocket(door.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f]));
  await event(socket, 'close');
  assert.equal((await stored()).length, 0);
});

test('the mosquitto client publishes through this door', async (t) => {
  if (spawnSync('mosquitto_pub', ['--help']).error !== undefined) return t.skip('mosquitto_pub is not installed');
  const { door, credential, stored } = await mqttDoor(t);
  const args = ['-h', '127.0.0.1', '-p', String(door.port), '-u', credential.username, '-P', credential.token];
  const child = spawn('mosquitto_pub', [...args, '-q', '1', '-t', observations(own), '-m', value(5)]);
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 0);
  assert.deepEqual(await stored(), [{ result: 5 }]);
});
