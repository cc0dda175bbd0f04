import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isReachable } from './reachable.ts';
import type { ServerUser } from './serverUser.ts';

/** A Unix socket's path holds 107 bytes on Linux and 103 on macOS, `/.s.PGSQL.5432` among them. */
const longest = 103 - '/.s.PGSQL.5432.lock'.length;

export interface SocketFolder {
  readonly path: string;
  /** In the temporary folder: to be removed when the server stops. */
  readonly temporary: boolean;
}

/**
 * A private folder for the server's socket: in the data folder, or in the temporary one where that path is too long or
 * out of the server's reach. The same data folder gets the same one again, so that a killed process leaves no litter.
 */
export function makeSocketFolder(folder: string, user: ServerUser | undefined, temp = tmpdir()): SocketFolder {
  const inside = path.join(folder, 'socket');
  if (Buffer.byteLength(inside) <= longest && isReachable(folder, user)) {
    own(inside, user);
    return { path: inside, temporary: false };
  }
  const base = isReachable(temp, user) && Buffer.byteLength(temp) <= longest - 20 ? temp : '/tmp';
  const named = path.join(base, `yiwang-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  const before = lstatSync(named, { throwIfNoEntry: false });
  const owners = [process.getuid?.(), user?.uid];
  if (before !== undefined && !(before.isDirectory() && owners.includes(before.uid))) {
    const fresh = mkdtempSync(`${named}-`); // somebody else holds the name: do not walk into their folder
    own(fresh, user);
    return { path: fresh, temporary: true };
  }
  own(named, user);
  return { path: named, temporary: true };
}

function own(folder: string, user: ServerUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
}
