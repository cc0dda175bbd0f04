import { existsSync, readFileSync, realpathSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { processState } from './processState.ts';

/**
 * `free`: nobody is there, or the lock is of a dead process, which PostgreSQL itself clears away.
 * `held`: a live server has the folder; `stopping` once it has begun to shut down.
 */
export type DataFolderState =
  { readonly state: 'free' } | { readonly state: 'held'; readonly pid: number; readonly stopping: boolean };

/** The lines of postmaster.pid that we read; undefined when there is none. */
export function readLock(data: string): { pid: number; socket: string; status: string } | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), socket: lines[4]?.trim() ?? '', status: lines[7]?.trim() ?? '' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Who holds a data folder. A lock whose process is a zombie or another program is removed: PostgreSQL only asks whether
 * the pid exists and would refuse for ever.
 */
export function inspectDataFolder(data: string): DataFolderState {
  const lock = readLock(data);
  if (lock === undefined) return { state: 'free' };
  if (isServerOf(data, lock.pid)) {
    return { state: 'held', pid: lock.pid, stopping: lock.status.startsWith('stopping') };
  }
  if (signalReaches(lock.pid)) unlinkSync(path.join(data, 'postmaster.pid'));
  return { state: 'free' };
}

/** The same for the lock beside the socket, which a killed server leaves too. To be asked once the data folder is free. */
export function removeStaleSocketLock(socket: string, data: string): void {
  const file = path.join(socket, '.s.PGSQL.5432.lock');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isServerOf(data, pid) && signalReaches(pid)) unlinkSync(file);
}

function isServerOf(data: string, pid: number): boolean {
  const holder = processState(pid);
  if (!holder.alive) return false;
  const real = realpathSync(data);
  if (holder.command.includes(`yiwang.folder=${real}`)) return true;
  if (holder.folder !== undefined) return holder.folder === real;
  return /(^|\/)postgres\b/.test(holder.command.split(' ')[0] ?? ''); // another account's, started by hand
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
