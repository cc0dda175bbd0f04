import type { ChildProcess } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@yiwang/faults';
import { postgresFaults as faults } from '../faults.ts';
import { binaries } from './binaries.ts';
import { inspectDataFolder, readLock, removeStaleSocketLock } from './dataFolderLock.ts';
import { guardedSpawn, type Guard } from './guardedSpawn.ts';
import { initCluster, serverPath } from './initCluster.ts';
import { readLogTail, reasonIn } from './serverLog.ts';
import { serverUser, type ServerUser } from './serverUser.ts';
import { makeSocketFolder, type SocketFolder } from './socketFolder.ts';
import { supervise } from './supervise.ts';

export interface EmbeddedOptions {
  /** Where the cluster lives; made when it is not there. */
  readonly folder: string;
  /** Server settings beside ours, such as `{fsync: 'off'}` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How the server learns of our death; the best this machine has unless told. */
  readonly guard?: Guard;
}

/** A PostgreSQL server of our own, on a private socket, without a port; it stops when this process dies. */
export interface EmbeddedServer {
  /** Folder of the Unix socket: the `host` of a connection. */
  readonly socket: string;
  /** Of the server that runs now; another one after it was started again. */
  readonly pid: number;
  /** Fast shutdown: open transactions are rolled back, and everything committed is on disk. */
  stop(): Promise<void>;
}

/** A recovery after a crash may read this much time of log before it is ready, in ms. */
const patience = 120_000;
/** How long a server whose parent was just killed may take until it says that it stops, in ms. */
const grace = 1000;

/**
 * Starts the cluster in a folder, making it first when it is new.
 * @throws postgres.dataFolderInUse at once when a live server has the folder; postgres.notStarted with the server's own
 * reason; postgres.noBinaries, postgres.unreadableBinaries, postgres.noAccount, postgres.unreachableFolder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = path.resolve(options.folder);
  const log = path.join(folder, 'postgres.log');
  try {
    return await start(options, folder, log);
  } catch (error) {
    if (isFault(error)) throw error; // else the file system said no: full, read-only, or not ours
    throw faults.notStarted({ reason: error instanceof Error ? error.message : String(error), log }, error);
  }
}

async function start(options: EmbeddedOptions, given: string, log: string): Promise<EmbeddedServer> {
  const user = serverUser();
  mkdirSync(given, { recursive: true, mode: 0o700 });
  const folder = realpathSync(given);
  const bin = binaries(user);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'pg');
  await initCluster(data, bin, user, log);
  await untilFree(data, folder); // before the socket folder of a running server is touched
  const socket = makeSocketFolder(folder, user);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket.path,
    unix_socket_permissions: '0700',
    dynamic_shared_memory_type: 'mmap', // a container's /dev/shm holds 64 MB
    max_connections: '60',
    shared_buffers: `${bufferMegabytes()}MB`,
    max_wal_size: '2GB', // a checkpoint that comes early writes the same pages over and over
    'yiwang.folder': data, // seen in the process list: tells whose server it is where its folder can not be read
    ...options.settings,
  };
  const launch = () => launchUntilReady({ folder, data, bin, user, log, socket, settings, guard: options.guard });
  return supervise(await launch(), launch, socket);
}

/** An eighth of the machine's memory, at most 1 GB: the rest of the platform runs beside the database. */
function bufferMegabytes(): number {
  return Math.max(128, Math.min(1024, Math.floor(totalmem() / 8 / 2 ** 20)));
}

/** How long the remains of a killed server may hold its shared memory, in ms. */
const remainsLast = 5000;

async function launchUntilReady(what: Launch): Promise<ChildProcess> {
  const { data, folder, log, socket } = what;
  const since = performance.now();
  for (;;) {
    await untilFree(data, folder);
    removeStaleSocketLock(socket.path, data);
    const size = existsSync(log) ? statSync(log).size : 0;
    const child = launch(what);
    if (child.pid !== undefined && (await isReady(child, data))) return child;
    const said = existsSync(log) ? readLogTail(log, size) : '';
    // another process was a moment faster: the next look tells who it is
    if (said.includes('lock file "postmaster.pid" already exists')) continue;
    // the backends of a killed server are still ending
    const remains = said.includes('pre-existing shared memory block');
    if (!remains || performance.now() - since > remainsLast) {
      if (socket.temporary) rmSync(socket.path, { recursive: true, force: true });
      throw faults.notStarted({ reason: reasonIn(said), log });
    }
    await sleep(50);
  }
}

/** Waits while a server shuts down, as one does whose parent was just killed; refuses a folder that stays in use. */
async function untilFree(data: string, folder: string): Promise<void> {
  const since = performance.now();
  for (;;) {
    const found = inspectDataFolder(data);
    if (found.state === 'free') return;
    const waited = performance.now() - since;
    if (waited > (found.stopping ? patience : grace)) throw faults.dataFolderInUse({ folder, pid: found.pid });
    await sleep(10);
  }
}

interface Launch {
  readonly folder: string;
  readonly socket: SocketFolder;
  readonly data: string;
  readonly bin: string;
  readonly user: ServerUser | undefined;
  readonly log: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly guard: Guard | undefined;
}

function launch({ data, bin, user, log, settings, guard }: Launch): ChildProcess {
  const at = serverPath(data, user);
  const output = openSync(log, 'a', 0o600);
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    const args = ['-D', at.name, '-p', '5432', ...set];
    const folder = at.file === undefined ? {} : { folder: at.file };
    return guardedSpawn({ program: path.join(bin, 'postgres'), args, user, output, ...folder }, guard);
  } finally {
    closeSync(output);
    at.close();
  }
}

async function isReady(child: ChildProcess, data: string): Promise<boolean> {
  let ended = false;
  child.on('exit', () => (ended = true));
  child.on('error', () => (ended = true));
  const since = performance.now();
  while (!ended) {
    const lock = readLock(data);
    if (lock?.pid === child.pid && lock?.status === 'ready') return true;
    if (performance.now() - since > patience) child.kill('SIGQUIT');
    await sleep(5);
  }
  return false;
}
