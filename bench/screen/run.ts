import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@yiwang/clock';
import { migrate, openDatabase, startEmbedded } from '@yiwang/postgres';
import { createAccount, loadModels, registerStations, serverMigrations, startServer } from '@yiwang/server';
import { fillHistory } from '@yiwang/vitals';
import { createDrill } from '../../platform/simulator/src/index.ts';

/**
 * GET /api/screen over HTTP, one after the other, for the whole city: 13 districts, every indicator, six hours of minutes
 * behind it; quiet, and while 200 observations a second come in and live connections listen.
 */
const rounds = Number(process.argv[2] ?? 200);
const root = fileURLToPath(new URL('../../', import.meta.url));
const models = loadModels(path.join(root, 'cities', 'hangzhou'), true);
const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-bench-screen-'));
const postgres = await startEmbedded({ folder });
const admin = openDatabase({ connection: { socket: postgres.socket, database: 'postgres' }, size: 1 });
await admin.query('CREATE DATABASE city');
await admin.close();
const db = openDatabase({ connection: { socket: postgres.socket, database: 'city' } });
await migrate(db, serverMigrations);
const server = await startServer({
  db,
  clock: systemClock,
  models,
  host: '127.0.0.1',
  port: 0,
  embedded: true,
  dataFolder: folder,
  log: { level: 'warn' },
  rateLimits: { perAccount: 1_000_000, perAddress: 1_000_000 },
});
const password = 'example-pass-1';
const account = '400001';
const who = { account, roles: ['supervisor'], region: models.city.code, organisation: models.city.duty };
await db.transaction((tx) => createAccount(tx, systemClock, { ...who, password }, 'system:bench'));
const signedIn = await fetch(`${server.address}/api/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ account, password }),
});
const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';

const regions = models.city.regions.map(({ code, seat: [lon, lat] }) => ({ code, lon, lat }));
const drill = createDrill({ seed: 20_220_326, regions, clock: systemClock, storyAfterSeconds: 5 });
await db.transaction((tx) => registerStations(tx, drill));
const now = systemClock.now().getTime();
for (let hour = 6; hour > 0; hour--) {
  const past = drill.backfill(new Date(now - hour * 3_600_000), new Date(now - (hour - 1) * 3_600_000));
  for (let at = 0; at < past.length; at += 10_000) {
    await server.intake('simulator:bench', 'bench', past.slice(at, at + 10_000));
  }
  await db.transaction((tx) => fillHistory(tx, models.indicators, drill.changesOf(past)));
}

async function measure(): Promise<{ p50: number; p95: number; bytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds + 20; round++) {
    const begun = performance.now();
    const response = await fetch(`${server.address}/api/screen`, { headers: { cookie } });
    bytes = (await response.arrayBuffer()).byteLength;
    if (!response.ok) throw new RangeError(`the screen answered ${response.status}`);
    if (round >= 20) times.push(performance.now() - begun);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: sorted[Math.floor(rounds * 0.5)] ?? 0, p95: sorted[Math.floor(rounds * 0.95)] ?? 0, bytes };
}

const quiet = await measure();
const listening = new AbortController();
for (let i = 0; i < 10; i++) {
  const live = await fetch(`${server.address}/api/live`, { headers: { cookie }, signal: listening.signal });
  void live.body?.pipeTo(new WritableStream()).catch(() => undefined); // ends with the bench
}
let fed = 0;
let feeding = true;
const feed = (async () => {
  while (feeding) {
    const values = drill.next(systemClock.now());
    await server.intake('simulator:bench', 'bench', values);
    fed += values.length;
    await sleep(250);
  }
})();
await sleep(2_000);
const begun = performance.now();
const before = fed;
const busy = await measure();
const rate = (fed - before) / ((performance.now() - begun) / 1000);
feeding = false;
await feed;
listening.abort();
await server.close();
await db.close();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });

const line = (name: string, { p50, p95, bytes }: typeof quiet): string =>
  `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${Math.round(bytes / 1024)} |`;
const text = [
  '# The one screen: GET /api/screen',
  '',
  `${regions.length} districts × ${models.indicators.length} indicators, six hours of minutes, ${rounds} requests one after the other.`,
  `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}.`,
  '',
  '| | p50 ms | p95 ms | KiB |',
  '|---|---|---|---|',
  line('quiet', quiet),
  line(`${Math.round(rate)} observations/s, 10 live connections`, busy),
  '',
].join('\n');
const results = path.join(root, 'bench', 'results');
mkdirSync(results, { recursive: true });
writeFileSync(path.join(results, 'screen.md'), text);
console.log(text);
