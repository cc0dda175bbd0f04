import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Database } from '@yiwang/postgres';

/** What others do in the time of a step, durable where they can be. Installed beside the benchmark when it is run. */
const folder = path.join(import.meta.dirname, 'peers');
const wanted = createRequire(path.join(folder, 'package.json'));

export function installPeers(): void {
  if (existsSync(path.join(folder, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new TypeError('the peers could not be installed');
}

async function load<T>(name: string): Promise<T> {
  const module: { readonly default?: object } = await import(pathToFileURL(wanted.resolve(name)).href);
  return (module.default !== undefined && name !== 'pg-boss' ? { ...module.default, ...module } : module) as T;
}

interface PgBossModule {
  readonly PgBoss: new (options: object) => {
    on(event: 'error', heard: () => void): void;
    start(): Promise<void>;
    stop(options: { readonly graceful: boolean }): Promise<void>;
    createQueue(name: string): Promise<void>;
    insert(name: string, jobs: readonly { readonly data: object }[]): Promise<unknown>;
    fetch(name: string, options: { readonly batchSize: number }): Promise<readonly { readonly id: string }[]>;
    complete(name: string, ids: readonly string[]): Promise<unknown>;
  };
}

/** pg-boss: a job is fetched and completed, and the next one of its case is sent. */
export async function pgBoss(socket: string, batch: number, clients: number, seconds: number): Promise<number> {
  const { PgBoss } = await load<PgBossModule>('pg-boss');
  const boss = new PgBoss({
    host: socket,
    database: 'postgres',
    user: 'yiwang',
    max: clients,
    schema: `boss${batch}`,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.createQueue('steps');
  const data = { applicant: 'x', amount: 12 };
  const many = (count: number) => Array.from({ length: count }, () => ({ data }));
  for (let n = 0; n < 20; n += 1) await boss.insert('steps', many(500));
  let done = 0;
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      const jobs = await boss.fetch('steps', { batchSize: batch });
      await boss.complete(
        'steps',
        jobs.map(({ id }) => id),
      );
      await boss.insert('steps', many(jobs.length));
      done += jobs.length;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const rate = done / ((performance.now() - begun) / 1000);
  await boss.stop({ graceful: false });
  return rate;
}

interface DbosModule {
  readonly DBOS: {
    setConfig(config: object): void;
    registerWorkflow<T extends unknown[], R>(
      work: (...args: T) => Promise<R>,
      options: { readonly name: string },
    ): (...args: T) => Promise<R>;
    runStep<R>(work: () => Promise<R>, options: { readonly name: string }): Promise<R>;
    launch(): Promise<void>;
    shutdown(): Promise<void>;
  };
}

/** DBOS: steps of durable workflows of ten steps each. */
export async function dbos(socket: string, clients: number, seconds: number): Promise<number> {
  const { DBOS } = await load<DbosModule>('@dbos-inc/dbos-sdk');
  DBOS.setConfig({
    name: 'bench',
    systemDatabaseUrl: `postgresql://yiwang@localhost/dbos?host=${encodeURIComponent(socket)}`,
    logLevel: 'error',
    runAdminServer: false,
    systemDatabasePoolSize: clients,
  });
  const steps = 10;
  const workflow = DBOS.registerWorkflow(
    async () => {
      for (let n = 0; n < steps; n += 1) await DBOS.runStep(() => Promise.resolve(n), { name: `step ${n}` });
    },
    { name: 'ten' },
  );
  await DBOS.launch();
  let done = 0;
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      await workflow();
      done += steps;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const rate = done / ((performance.now() - begun) / 1000);
  await DBOS.shutdown();
  return rate;
}

interface BpmnEngineModule {
  readonly Engine: new (options: { readonly name: string; readonly source: string }) => {
    execute(options: { readonly listener: EventEmitter }): Promise<unknown>;
    getState(): Promise<object>;
    stop(): Promise<void>;
  };
}

interface WaitingActivity {
  signal(): void;
}

const source = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="bench" isExecutable="true">
  <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="a" />
  <userTask id="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="b" />
  <userTask id="b" /><sequenceFlow id="f3" sourceRef="b" targetRef="a" /></process></definitions>`;

/** bpmn-engine: two user tasks in turn, in memory; with a database its state is stored whole after each step. */
export async function bpmnEngine(db: Database | undefined, instances: number, seconds: number): Promise<number> {
  const { Engine } = await load<BpmnEngineModule>('bpmn-engine');
  await db?.execute('CREATE TABLE IF NOT EXISTS public.engine_state (id int PRIMARY KEY, state jsonb)');
  let done = 0;
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const instance = async (n: number) => {
    const engine = new Engine({ name: `case ${n}`, source });
    const listener = new EventEmitter();
    let waiting: WaitingActivity | undefined;
    let woken: (() => void) | undefined;
    listener.on('activity.wait', (activity: WaitingActivity) => {
      waiting = activity;
      woken?.();
    });
    await engine.execute({ listener });
    while (performance.now() < until) {
      if (waiting === undefined) await new Promise<void>((resolve) => (woken = resolve));
      const now = waiting;
      waiting = undefined;
      now?.signal();
      done += 1;
      if (db !== undefined)
        await db.execute(
          'INSERT INTO public.engine_state VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET state = excluded.state',
          [n, JSON.stringify(await engine.getState())],
        );
      else await new Promise(setImmediate);
    }
    await engine.stop();
  };
  await Promise.all(Array.from({ length: instances }, (_, n) => instance(n)));
  return done / ((performance.now() - begun) / 1000);
}
