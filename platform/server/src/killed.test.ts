import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock, uuidv7 } from '@yiwang/clock';
import { verifyBook } from '@yiwang/ledger';
import { migrate, openDatabase, startEmbedded } from '@yiwang/postgres';
import { registerStations } from './flow/registerStations.ts';
import { createAccount } from './identity/createAccount.ts';
import { issueDeviceToken } from './identity/deviceTokens.ts';
import { saveOrganisations } from './identity/saveOrganisations.ts';
import { serverMigrations } from './serverMigrations.ts';
import { exampleModels, people } from './test/startTestServer.ts';

const script = fileURLToPath(new URL('./test/serveUntilKilled.ts', import.meta.url));
const rounds = Number(process.env['YIWANG_KILLS'] ?? 6);
const region = '990101';

async function serve(socket: string, dataFolder: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [script, socket, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return { child, address: line.toString().trim() };
}

test('kill -9 of the server at any moment loses no acknowledged observation, makes no case twice and leaves none out', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-killed-'));
  const postgres = await startEmbedded({ folder, settings: { fsync: 'off' } });
  const admin = openDatabase({ connection: { socket: postgres.socket, database: 'postgres' }, size: 1 });
  await admin.query('CREATE DATABASE city');
  await admin.close();
  const db = openDatabase({ connection: { socket: postgres.socket, database: 'city' } });
  let running: ChildProcess | undefined;
  t.after(async () => {
    running?.kill('SIGKILL');
    await db.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await migrate(db, serverMigrations);
  await saveOrganisations(db, exampleModels.city.organisations);
  const stations = Array.from({ length: 10 }, (_, n) => ({ thing: uuidv7(), datastream: uuidv7(), n }));
  const token = await db.transaction(async (tx) => {
    await createAccount(tx, systemClock, people.device, 'system:test');
    await registerStations(tx, {
      things: stations.map(({ thing, n }) => ({
        region,
        id: thing,
        name: { zh: `模拟积水点 ${n}`, en: `Simulated point ${n}` },
        kind: 'water-level-point',
        organisation: 'ex.water',
        longitude: 100.1,
        latitude: 30,
        simulated: true,
        owner: 'ex.water',
        purpose: 'drill',
      })),
      datastreams: stations.map(({ thing, datastream }) => ({
        region,
        id: datastream,
        thing,
        observedProperty: 'water-level',
        unit: 'm',
      })),
    });
    return issueDeviceToken(tx, systemClock, people.device, 'system:test');
  });

  const acknowledged: { datastream: string; at: string; result: number }[] = [];
  let sent = 0;
  for (let round = 0; round <= rounds; round++) {
    const { child, address } = await serve(postgres.socket, folder);
    running = child;
    const isLast = round === rounds;
    // Killed some milliseconds after some acknowledgements: a slow machine gets as many as a fast one.
    const enough = acknowledged.length + 2 + ((round * 5) % 13);
    let kill: Promise<unknown> | undefined;
    for (let n = 0; n < 1000 && (isLast ? n < 1 : child.exitCode === null && child.signalCode === null); n++) {
      const station = stations[sent % stations.length];
      if (station === undefined) break;
      // Each station goes out of its band, back in, out again …
      const result = Math.floor(sent / stations.length) % 2 === 0 ? 0.5 : 0.05;
      const at = systemClock.now().toISOString();
      sent += 1;
      const answer = await fetch(`${address}/sta/v1.1/Observations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ Datastream: { '@iot.id': station.datastream }, phenomenonTime: at, result }),
      }).catch(() => undefined); // killed meanwhile: not acknowledged
      if (answer?.status === 201) acknowledged.push({ datastream: station.datastream, at, result });
      if (!isLast && acknowledged.length >= enough) {
        kill ??= wait((round * 37) % 60).then(() => child.kill('SIGKILL'));
      }
      await answer?.arrayBuffer().catch(() => undefined);
    }
    await kill;
    if (isLast) {
      for (let i = 0; i < 100; i++) {
        const [left] = await db.query<{ n: number }>(
          `SELECT (SELECT count(*) FROM jobs.job WHERE queue = 'flow.judge') + (SELECT count(*) FROM ledger.inbox) AS n`,
        );
        if (left?.n === 0) break;
        await wait(100);
      }
    }
  }
  assert.ok(acknowledged.length > 20, `${acknowledged.length} were acknowledged`);

  const stored = await db.query<{ datastream: string; at: Date; result: number }>(
    `SELECT datastream, phenomenon_time AS at, result FROM sense.observation`,
  );
  const keys = new Set(stored.map(({ datastream, at, result }) => `${datastream} ${at.toISOString()} ${result}`));
  assert.deepEqual(
    acknowledged.filter(({ datastream, at, result }) => !keys.has(`${datastream} ${at} ${result}`)),
    [],
    'every acknowledged observation is stored',
  );
  const things = await db.query<{ thing: string; back: boolean; cases: number; said: boolean }>(
    `SELECT x.thing, (array_agg(x.to_light ORDER BY x.at DESC, x.id DESC))[1] <> 'over' AS back,
            (SELECT count(*) FROM handle."case" c WHERE c.variables->>'thing' = x.thing::text) AS cases,
            (SELECT bool_and((c.variables->>'signInBand')::bool) FROM handle."case" c
             WHERE c.variables->>'thing' = x.thing::text) AS said
     FROM vitals.crossing x GROUP BY x.thing`,
  );
  assert.ok(things.length > 0);
  for (const { thing, back, cases, said } of things) {
    assert.deepEqual(
      { thing, cases, said },
      { thing, cases: 1, said: back },
      'one case, and it knows how its sign stands',
    );
  }
  const [jobs] = await db.query<{ left: number; dead: number }>(
    `SELECT (SELECT count(*) FROM jobs.job WHERE queue = 'flow.judge') AS left, (SELECT count(*) FROM jobs.dead) AS dead`,
  );
  assert.deepEqual(jobs, { left: 0, dead: 0 });
  assert.deepEqual((await verifyBook(db, region)).findings, []);
});
