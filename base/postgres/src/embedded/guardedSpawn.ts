import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { ServerUser } from './serverUser.ts';

/**
 * How the server learns that its parent died, even by kill -9.
 * `setpriv`: the kernel sends it SIGINT. `watchdog`: a shell beside it reads a pipe that closes with the parent; for
 * machines without setpriv (macOS, small images).
 */
export type Guard = 'setpriv' | 'watchdog';

export interface Guarded {
  readonly program: string;
  readonly args: readonly string[];
  readonly user: ServerUser | undefined;
  /** Open file for what it prints. */
  readonly output: number;
  /** Open folder that the program sees as /proc/self/fd/4 or /dev/fd/4. */
  readonly folder?: number;
}

const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC' };

/** `$$` stays the pid of the shell that becomes the server; the watcher is a grandchild, so the server never meets it. */
const watchdog = '( (read -r _ <&3 || kill -INT $$) >/dev/null 2>&1 & ); exec 3<&-; exec "$@"';

export function findSetpriv(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const places = ['/usr/bin', '/bin', '/usr/local/bin', '/sbin', '/usr/sbin'].map((at) => path.join(at, 'setpriv'));
  return places.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Starts a program that ends when this process does. Its pid is the program's own. It does not keep this process up. */
export function guardedSpawn(what: Guarded, guard: Guard = findSetpriv() === undefined ? 'watchdog' : 'setpriv') {
  const child = guard === 'setpriv' ? bySetpriv(what) : byWatchdog(what);
  child.unref();
  return child;
}

function bySetpriv({ program, args, user, output, folder }: Guarded): ChildProcess {
  const demote = user === undefined ? [] : ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'];
  return spawn(findSetpriv() ?? 'setpriv', ['--pdeathsig', 'INT', ...demote, program, ...args], {
    cwd: '/',
    detached: true, // Ctrl-C in the terminal is for us; we stop the server in order
    stdio: ['ignore', output, output, 'ignore', folder ?? 'ignore'],
    env: environment,
  });
}

function byWatchdog({ program, args, user, output, folder }: Guarded): ChildProcess {
  const child = spawn('/bin/sh', ['-c', watchdog, 'sh', program, ...args], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output, 'pipe', folder ?? 'ignore'],
    env: environment,
  });
  const pipe = child.stdio[3];
  if (pipe && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  // a server that ended by itself: the watcher leaves without a signal to a pid that may be another program's by then
  child.once('exit', () => pipe && 'end' in pipe && pipe.end('done\n'));
  pipe?.on('error', () => undefined); // the watcher is gone already
  return child;
}
