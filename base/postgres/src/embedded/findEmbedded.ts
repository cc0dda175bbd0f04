import path from 'node:path';
import { inspectDataFolder, readLock } from './dataFolderLock.ts';

/** A server that another process of ours runs on a data folder. */
export interface RunningServer {
  /** Folder of the Unix socket: the `host` of a connection. */
  readonly socket: string;
  readonly pid: number;
}

/** The server that runs on a folder of `startEmbedded` and takes connections; undefined where none does, or it is stopping. */
export function findEmbedded(folder: string): RunningServer | undefined {
  const data = path.join(path.resolve(folder), 'pg');
  const found = inspectDataFolder(data);
  const lock = readLock(data);
  if (found.state === 'free' || found.stopping || lock?.status !== 'ready' || lock.socket === '') return undefined;
  return { socket: lock.socket, pid: found.pid };
}
