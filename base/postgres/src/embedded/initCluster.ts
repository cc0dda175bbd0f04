import { spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { postgresFaults as faults } from '../faults.ts';
import { processState } from './processState.ts';
import { reasonIn } from './serverLog.ts';
import { isReachable } from './reachable.ts';
import type { ServerUser } from './serverUser.ts';

/** A data folder as the server names it: by its path, or by an open file where the way to it is closed to the server. */
export interface ServerPath {
  readonly name: string;
  /** To be handed to the program as file 4. */
  readonly file?: number;
  close(): void;
}

/** `/proc/self/fd/4` leads to a folder below a private home that the server's account could not walk to. */
export function serverPath(folder: string, user: ServerUser | undefined): ServerPath {
  if (isReachable(path.dirname(folder), user)) return { name: folder, close: () => undefined };
  if (!existsSync('/proc/self/fd')) throw faults.unreachableFolder({ folder });
  const file = openSync(folder, 'r');
  return { name: '/proc/self/fd/4', file, close: () => closeSync(file) };
}

/**
 * Makes the cluster in `data` unless it is there. It is made beside and renamed, so that a process killed meanwhile
 * leaves no half cluster, and of two processes at once the second takes the first one's.
 * @throws postgres.notStarted with what initdb said; postgres.noAccount where the uid has no name.
 */
export async function initCluster(data: string, bin: string, user: ServerUser | undefined, log: string): Promise<void> {
  if (existsSync(path.join(data, 'PG_VERSION'))) return;
  removeHalfMade(data);
  const making = `${data}.making-${process.pid}`;
  mkdirSync(making, { mode: 0o700 });
  try {
    if (user !== undefined) chownSync(making, user.uid, user.gid);
    await runInitdb(making, bin, user, log);
    if (!existsSync(path.join(data, 'PG_VERSION'))) renameSync(making, data);
  } catch (error) {
    if (!existsSync(path.join(data, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function removeHalfMade(data: string): void {
  const prefix = `${path.basename(data)}.making-`;
  for (const name of readdirSync(path.dirname(data)).filter((entry) => entry.startsWith(prefix))) {
    if (processState(Number(name.slice(prefix.length))).alive) continue;
    rmSync(path.join(path.dirname(data), name), { recursive: true, force: true });
  }
}

async function runInitdb(folder: string, bin: string, user: ServerUser | undefined, log: string): Promise<void> {
  const at = serverPath(folder, user);
  const settings = ['-U', 'yiwang', '-A', 'trust', '-E', 'UTF8', '--data-checksums', '--no-instructions'];
  const locale = ['--locale-provider=builtin', '--locale=C.UTF-8'];
  const command = [path.join(bin, 'initdb'), '-D', at.name, ...settings, ...locale];
  const named = user !== undefined || hasName();
  try {
    const made = await run(named ? command : [...asNobody, ...command], user, at.file);
    if (made.status === 0) return;
    if (!named) throw faults.noAccount({ uid: process.getuid?.() ?? 0 });
    throw faults.notStarted({ reason: `initdb: ${reasonIn(made.output)}`, log });
  } finally {
    at.close();
  }
}

/** initdb asks for the name of its uid; in a user namespace where we are `nobody` it gets one, and the files stay ours. */
const asNobody = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];

function hasName(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false; // ENOENT: a uid without an entry in passwd, as containers are run with
  }
}

function run(
  command: readonly string[],
  user: ServerUser | undefined,
  folder: number | undefined,
): Promise<{ status: number | null; output: string }> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...user,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe', 'ignore', folder ?? 'ignore'],
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC' },
    });
    let output = '';
    const keep = (bytes: Buffer) => (output = (output + bytes.toString('utf8')).slice(-4096));
    child.stdout?.on('data', () => undefined);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ status: null, output: error.message }));
    child.on('close', (status) => resolve({ status, output }));
  });
}
