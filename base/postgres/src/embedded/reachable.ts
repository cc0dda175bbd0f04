import { statSync } from 'node:fs';
import path from 'node:path';
import type { ServerUser } from './serverUser.ts';

/** Whether an account without further groups may go into a folder, by the permission bits of each folder above it. */
export function isReachable(folder: string, user: ServerUser | undefined): boolean {
  if (user === undefined) return true; // we run the server ourselves: what we can reach, it can
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
