import { readFileSync, realpathSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { processState } from './processState.ts';

/**
 * `free`: nobody is there, or the lock is of a dead process, which PostgreSQL itself clears away.
 * `held`: a live server has the folder; `stopping` once it has begun to shut down.
 */
export type DataFolderState =
  { readonly state: 'free' } | { readonly state: 'held'; readonly pid: number; readonly stopping: boolean };

/** The lines of postmaster.pid that we read; undefined when there is none. */
export function readLock(data: string): { pid: number; status: string } | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' };
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
  const holder = processState(lock.pid);
  if (holder.alive) {
    const real = realpathSync(data);
    const ours =
      holder.folder === undefined
        ? holder.command.includes(real) || /(^|\/)postgres\b/.test(holder.command.split(' ')[0] ?? '')
        : holder.folder === real || holder.command.includes(`yiwang.folder=${real}`);
    if (ours) return { state: 'held', pid: lock.pid, stopping: lock.status.startsWith('stopping') };
  }
  if (signalReaches(lock.pid)) unlinkSync(path.join(data, 'postmaster.pid'));
  return { state: 'free' };
}

function signalReaches(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
