import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock, uuidv7 } from '@yiwang/clock';
import { migrate, openDatabase, startEmbedded, type Database, type EmbeddedServer } from '@yiwang/postgres';
import { readProcess, registerDefinition, startCase, taskId } from '../src/index.ts';
import { by, migrations, model, portsWith, region, type Answered, type Sent, type Told } from './caseWorld.ts';
import { checkCases, type Acknowledged, type Broken } from './checkCases.ts';

const program = fileURLToPath(new URL('./caseServer.ts', import.meta.url));

export const faultKinds = ['killServer', 'killDatabase', 'cutConnections', 'sendTwice', 'clockJump'] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface FaultReport {
  readonly faults: Readonly<Record<FaultKind, number>>;
  /** Commands that a server said were done. */
  readonly acknowledged: number;
  /** Commands that had to be sent again, for the first answer never came or said that nobody knows. */
  readonly sentAgain: number;
  /** Refusals that no fault explains, with how often they came. */
  readonly refused: Readonly<Record<string, number>>;
  readonly broken: readonly Broken[];
}

/** Park and Miller's generator: the same seed makes the same faults in the same order. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** After these the same command may be sent again under its id. */
const sendAgain = new Set([
  'lost',
  'postgres.unreachable',
  'postgres.commitUnknown',
  'postgres.rolledBack',
  'handle.busy',
]);

/** One of two server processes that work on the same cases; one that is killed is started again. */
interface Server {
  give(sent: Sent): Promise<Answered>;
  tell(told: Told): void;
  kill(): void;
  stop(): void;
}

function startServer(socket: string): Server {
  let child: ChildProcess | undefined;
  let stopped = false;
  let ready: Promise<void> = Promise.resolve();
  const waiting = new Map<number, (answered: Answered) => void>();
  const start = (): void => {
    const own = fork(program, [socket], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child = own;
    ready = new Promise((resolve) => {
      own.on('message', (answered: Answered) => {
        if ('ready' in answered) return resolve();
        waiting.get(answered.n)?.(answered);
        waiting.delete(answered.n);
      });
      own.once('exit', () => {
        resolve();
        for (const [n, settle] of waiting) settle({ n, fault: 'lost' });
        waiting.clear();
        if (!stopped) start();
      });
    });
  };
  start();
  return {
    async give(sent) {
      await ready;
      return new Promise((resolve) => {
        waiting.set(sent.n, resolve);
        child?.send({ do: 'turn', sent } satisfies Told, (failed) => {
          if (failed === null || !waiting.delete(sent.n)) return;
          resolve({ n: sent.n, fault: 'lost' });
        });
      });
    },
    tell: (told) => void child?.send(told, () => undefined),
    kill: () => void child?.kill('SIGKILL'),
    stop() {
      stopped = true;
      child?.kill('SIGKILL');
    },
  };
}

async function openCases(db: Database, count: number): Promise<readonly string[]> {
  await migrate(db, migrations);
  await registerDefinition(db, systemClock, 'soak', readProcess(model, 'turns.bpmn'));
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const request = {
      region,
      command: uuidv7(),
      by,
      app: 'soak',
      process: 'turns',
      title: '测试',
      organisation: 'town',
    };
    const variables = { late: 0 };
    const { case: id } = await db.transaction((tx) =>
      startCase(tx, portsWith(systemClock), { ...request, variables, simulated: true }),
    );
    ids.push(id);
  }
  return ids;
}

export interface FaultRunOptions {
  /** An empty folder for the database. */
  readonly folder: string;
  readonly seed: number;
  readonly faults: number;
  /** Cases, each with a person who completes its tasks without pause. */
  readonly cases?: number;
  readonly onProgress?: (done: number) => void;
}

/** Lets people work on cases through two servers while faults come, and checks afterwards that nothing is amiss. */
export async function faultRun(options: FaultRunOptions): Promise<FaultReport> {
  const { folder, seed, faults, cases = 40, onProgress } = options;
  const random = seeded(seed);
  const database = await startEmbedded({ folder });
  const db = openDatabase({ connection: { socket: database.socket, database: 'postgres' }, size: 3 });
  const ids = await openCases(db, cases);
  const servers = [startServer(database.socket), startServer(database.socket)];
  const acknowledged: Acknowledged[] = [];
  const refused: Record<string, number> = {};
  let sentAgain = 0;
  let sent = 0;
  let twice = 0;
  let over = false;

  /** Completes whatever task is open, again and again; a command whose answer is lost is sent again under its id. */
  const person = async (id: string): Promise<void> => {
    let number = 0;
    while (!over) {
      const task = await openTask(db, id);
      if (task === undefined) continue;
      const command = uuidv7();
      for (;;) {
        const give = (): Promise<Answered> => {
          const server = servers[Math.floor(Math.random() * servers.length)];
          sent += 1;
          const one = { n: sent, case: id, command, task };
          return server?.give(one) ?? Promise.resolve({ n: sent, fault: 'lost' });
        };
        const both = twice > 0 ? [give(), give()] : [give()];
        if (both.length === 2) twice -= 1;
        const answers = await Promise.all(both);
        for (const answer of answers) if ('rev' in answer) acknowledged.push({ ...answer, case: id, command });
        const failed = answers.flatMap((answer) => ('fault' in answer ? [answer.fault] : []));
        const wrong = failed.filter((fault) => !sendAgain.has(fault));
        for (const fault of wrong) refused[fault] = (refused[fault] ?? 0) + 1;
        if (wrong.length > 0 || failed.length < answers.length) break;
        sentAgain += 1;
        await sleep(10);
      }
      number += 1;
      // now and then somebody takes longer, and the timer goes off
      if (number % 10 === 0) await sleep(1100);
    }
  };
  const people = ids.map(person);

  const counts: Record<FaultKind, number> = {
    killServer: 0,
    killDatabase: 0,
    cutConnections: 0,
    sendTwice: 0,
    clockJump: 0,
  };
  const strike = async (kind: FaultKind): Promise<void> => {
    const server = servers[random() < 0.5 ? 0 : 1];
    if (kind === 'killServer') server?.kill();
    else if (kind === 'killDatabase') await killDatabase(database);
    else if (kind === 'sendTwice') twice += 10;
    else if (kind === 'clockJump') server?.tell({ do: 'clock', offset: Math.round((random() - 0.5) * 2 * 3_600_000) });
    else
      await db
        .execute(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
        )
        .catch(() => undefined);
  };
  await sleep(300);
  for (let n = 0; n < faults; n += 1) {
    await sleep(50 + random() * 300);
    const kind = faultKinds[Math.floor(random() * faultKinds.length)] ?? 'sendTwice';
    await strike(kind);
    counts[kind] += 1;
    onProgress?.(n + 1);
  }
  await sleep(500);
  over = true;
  for (const server of servers) server.tell({ do: 'clock', offset: 0 });
  await Promise.all(people);
  for (const server of servers) server.stop();
  const broken = await checkCases(db, acknowledged);
  await finish(db, database);
  return { faults: counts, acknowledged: acknowledged.length, sentAgain, refused, broken };
}

/** Kills it once it is up: one that was killed just now takes a moment to come back. */
async function killDatabase(database: EmbeddedServer): Promise<void> {
  for (;;)
    try {
      process.kill(database.pid, 'SIGKILL');
      return;
    } catch {
      await sleep(20);
    }
}

async function finish(db: Database, database: EmbeddedServer): Promise<void> {
  await db.close();
  await database.stop();
}

/** The case's open task, by whatever the database says, once it can be asked. */
async function openTask(db: Database, id: string): Promise<string | undefined> {
  try {
    const [row] = await db.query<{ n: number }>(
      `SELECT n FROM handle.task WHERE region = $1 AND case_id = $2 AND state = 'open'`,
      [region, id],
    );
    return row === undefined ? undefined : taskId(region, id, row.n);
  } catch {
    await sleep(20); // the database is away
    return undefined;
  }
}
