import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Writable } from 'node:stream';
import type { Clock } from '@yiwang/clock';
import { openFileStore, type FileStore } from '@yiwang/files';
import {
  effectHandler,
  effectQueue,
  openDesk,
  reprojectHandler,
  reprojectQueue,
  timerQueue,
  type HandlePorts,
} from '@yiwang/handle';
import { openSigningKey } from '@yiwang/ledger';
import type { Database } from '@yiwang/postgres';
import type { Mqtt } from '@yiwang/sense';
import { readPolicies } from './access/readPolicies.ts';
import { createGuard } from './access/guard.ts';
import { guardRoutes, type GuardedRoute } from './access/guardRoutes.ts';
import { serverFaults as faults } from './faults.ts';
import { createDecisionCatalogue } from './decisions/decisionCatalogue.ts';
import { startRegisterDesk } from './rules/registerDesk.ts';
import { createRuleBook } from './rules/ruleBook.ts';
import { createDecisionPort } from './flow/decisionPort.ts';
import { createTimerHandler, placeOf, tellCases } from './flow/handle-to-screen.ts';
import { startMqttDoor } from './flow/mqttDoor.ts';
import { createIntake, judgeQueue, type Intake } from './flow/sense-to-vitals.ts';
import { createJudgeHandler } from './flow/vitals-to-judge.ts';
import { addConsoleFiles } from './http/consoleFiles.ts';
import { closeWithin } from './http/closeWithin.ts';
import type { Http } from './http/http.ts';
import { createHttp, type HttpTimeouts } from './http/createHttp.ts';
import { addHealth } from './http/health.ts';
import { isLoopbackAddress } from './http/loopback.ts';
import { addProcessMetrics, addRequestMetrics, createMetrics } from './http/metrics.ts';
import { addOpenApi } from './http/openapi.ts';
import { addRateLimits, usualRateLimits, type RateLimits } from './http/rateLimits.ts';
import { isDemoInstallation } from './identity/demoInstallation.ts';
import { sweepSessions } from './identity/sweepSessions.ts';
import { startLiveHub } from './live/liveHub.ts';
import { loadBatch } from './live/loadBatch.ts';
import { isMigrated } from './isMigrated.ts';
import type { Models, Platform } from './platform.ts';
import { prepareModels } from './prepareModels.ts';
import { startEngines, type Engines } from './startEngines.ts';
import { startReportReaders, usualReaders, type ReaderOptions } from './reports/reportReaders.ts';
import { addRoutes } from './routes/addRoutes.ts';

export interface ServerOptions {
  /** Migrated by `serverMigrations`; whoever opened it closes it, after the server. */
  readonly db: Database;
  readonly clock: Clock;
  /** The city and its applications, by `loadModels`. */
  readonly models: Models;
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** True when the database is the one that comes with the platform, not one named by DATABASE_URL. */
  readonly embedded: boolean;
  /** Holds the key that signs checkpoints, and the files where no other store is given. */
  readonly dataFolder: string;
  readonly files?: FileStore;
  /** False: jobs run only when `engines.workers.runDue()` is called, for tests that turn the clock. */
  readonly automatic?: boolean;
  /** Whether rules are matched against registers here; as `automatic` unless told. */
  readonly matching?: boolean;
  /** Where devices speak MQTT, on the same host: 0 takes any port that is free; undefined opens no such door. */
  readonly mqttPort?: number;
  /** The built console; no pages are served without it. */
  readonly consoleFolder?: string;
  /** True when people reach the server over https, through a proxy in front: cookies are Secure then. */
  readonly https?: boolean;
  /** Host names, with a port where it is not the usual one, under which a near proxy passes requests on. */
  readonly proxiedNames?: readonly string[];
  readonly metricsToken?: string;
  readonly log?: { readonly level: string; readonly stream?: Writable };
  readonly rateLimits?: Partial<RateLimits>;
  readonly timeouts?: Partial<HttpTimeouts>;
  /** How documents are read. */
  readonly readers?: Partial<ReaderOptions>;
}

export interface Server {
  /** Such as http://127.0.0.1:8400 */
  readonly address: string;
  /** Such as mqtt://127.0.0.1:1883; undefined without that door. */
  readonly mqttAddress: string | undefined;
  /** What is served, and the action that each route needs. */
  readonly routes: readonly GuardedRoute[];
  readonly models: Models;
  /** Takes observations in without a door, for what runs in this process: a drill, an import. */
  readonly intake: Intake;
  /** Jobs and the sequencer, for drills and tests that drive them. */
  readonly engines: Engines;
  /** Ends live connections, finishes what is under way, stops the workers; the database stays open. */
  close(): Promise<void>;
}

const hour = 3_600_000;

/**
 * Starts the platform: HTTP, live push, and the way from observation to case. Resolves when it listens.
 * @throws server.portTaken, sense.portTaken
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { db, clock, models } = options;
  const { city, apps, indicators } = models;
  const https = options.https ?? false;
  const onLoopback = isLoopbackAddress(options.host);
  const metrics = createMetrics();
  addProcessMetrics(metrics);
  await prepareModels(db, clock, models);

  const http = createHttp({
    https,
    onLoopback,
    ...(options.proxiedNames === undefined ? {} : { proxiedNames: options.proxiedNames }),
    log: options.log ?? { level: 'info' },
    ...(options.timeouts === undefined ? {} : { timeouts: options.timeouts }),
  });
  let stopping = false;
  http.addHook('onRequest', async () => {
    if (stopping) throw faults.stopping();
  });
  addRequestMetrics(http, metrics);
  const limiters = await addRateLimits(http, { ...usualRateLimits, ...options.rateLimits });
  const access = createGuard(
    await readPolicies(),
    metrics,
    apps.filter(({ processes }) => processes.length > 0).map(({ about }) => about),
  );
  const key = openSigningKey(path.join(options.dataFolder, 'keys'), city.code);
  const live = await startLiveHub({
    db,
    log: http.log,
    metrics,
    load: (changes) => loadBatch(db, clock, changes, models),
  });
  const handle: HandlePorts = { clock, calendar: models.calendar, decide: createDecisionPort(apps) };
  const caseDesk = openDesk(db, handle, { within: (tx, answers) => tellCases(tx, answers.map(placeOf)) });
  const parts = { ...models, clock, handle, metrics };
  const engines = await startEngines({
    db,
    clock,
    log: http.log,
    metrics,
    key,
    handlers: {
      [judgeQueue]: createJudgeHandler(parts),
      [timerQueue]: createTimerHandler(handle),
      [effectQueue]: effectHandler({ ...handle, operations: {} }),
      [reprojectQueue]: reprojectHandler(clock),
    },
    automatic: options.automatic ?? true,
  });
  const book = createRuleBook(apps, city.code, clock);
  const desk = await startRegisterDesk({
    db,
    clock,
    log: http.log,
    region: city.code,
    registers: book.registers,
    rules: book.own,
    matching: options.matching ?? options.automatic ?? true,
  });
  const readers = startReportReaders({ ...usualReaders, ...options.readers });
  const platform: Platform = {
    ...models,
    db,
    clock,
    handle,
    caseDesk,
    files: options.files ?? openFileStore({ folder: path.join(options.dataFolder, 'files'), clock }),
    readers,
    decisions: createDecisionCatalogue(apps, book),
    rules: { book, desk },
    intake: createIntake({ db, clock, metrics, indicators, city: city.code }),
    access,
    live,
    metrics,
    limiters,
    https,
    demoOpen: onLoopback && options.proxiedNames === undefined && options.embedded && (await isDemoInstallation(db)),
  };
  const routes = guardRoutes(http, {
    db,
    clock,
    guard: access,
    metrics,
    limiters,
    https,
    metricsToken: options.metricsToken,
  });
  /** Anybody may ask whether the server is ready: what the database is and where stays in the log. */
  const unreachable = (error: unknown): string => {
    http.log.warn({ err: error }, 'the database can not be reached');
    return 'unreachable';
  };
  await addOpenApi(http, city.name.zh);
  addHealth(http, {
    database: () => db.query('SELECT 1').then(() => undefined, unreachable),
    migrations: () => isMigrated(db).catch(unreachable),
    workers: () => engines.trouble(),
    server: () => (stopping ? 'stopping' : undefined),
  });
  addRoutes(http, platform);
  await addConsoleFiles(http, options.consoleFolder);

  let mqtt: Mqtt | undefined;
  const sweeping = setInterval(() => {
    sweepSessions(db, clock).catch((error: unknown) => http.log.warn({ err: error }, 'sessions were not swept'));
  }, hour);
  const close = async (): Promise<void> => {
    stopping = true;
    clearInterval(sweeping);
    await mqtt?.close();
    await live.stop();
    await closeWithin(http, 10_000);
    await caseDesk.close();
    await readers.close();
    await desk.stop();
    await engines.stop();
  };
  try {
    if (options.mqttPort !== undefined) {
      const { host, mqttPort } = options;
      mqtt = await startMqttDoor({ db, clock, metrics, intake: platform.intake, host, port: mqttPort });
    }
    await sweepSessions(db, clock);
    await listen(http, options);
  } catch (error) {
    await close(); // or what works already would work on, on a database that its owner closes now
    throw error;
  }
  const { port } = http.server.address() as AddressInfo;

  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    address: `${https ? 'https' : 'http'}://${host}:${port}`,
    mqttAddress: mqtt === undefined ? undefined : `mqtt://${host}:${mqtt.port}`,
    routes,
    models,
    engines,
    intake: platform.intake,
    close,
  };
}

/** @throws server.portTaken */
async function listen(http: Http, { host, port }: Pick<ServerOptions, 'host' | 'port'>): Promise<void> {
  await http.listen({ host, port }).catch((cause: unknown) => {
    throw faults.portTaken({ host, port, reason: cause instanceof Error ? cause.message : String(cause) }, cause);
  });
}
