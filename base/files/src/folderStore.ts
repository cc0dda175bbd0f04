import { mkdir, open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '@yiwang/clock';
import { filesFaults } from './faults.ts';
import type { FileStore } from './fileStore.ts';
import { pathOfHash } from './pathOfHash.ts';
import { spool } from './spool.ts';
import { sweepLeftovers } from './sweepLeftovers.ts';
import { verifiedBytes } from './verifiedBytes.ts';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames the finished file to its place, and makes that outlast a power cut: the entry of each new folder too. */
async function bringToPlace(folder: string, temporary: string, place: string): Promise<void> {
  const holder = path.dirname(place);
  const made = await mkdir(holder, { recursive: true });
  // The rename replaces a file of the same hash: the same bytes, or a damaged file that is mended by it.
  await rename(temporary, place);
  await syncFolder(holder);
  if (made !== undefined) {
    await syncFolder(path.dirname(holder));
    await syncFolder(folder);
  }
}

export function openFolderStore(folder: string, clock: Clock): FileStore {
  sweepLeftovers(folder, clock);
  return {
    put: (body, options) =>
      spool(folder, body, options, (temporary, { hash }) =>
        bringToPlace(folder, temporary, path.join(folder, pathOfHash(hash) ?? hash)),
      ),
    get: async (hash) => {
      const place = pathOfHash(hash);
      if (place === undefined) throw filesFaults.unknown({ hash });
      try {
        const handle = await open(path.join(folder, place), 'r');
        const { size } = await handle.stat();
        return { bytes: verifiedBytes(handle.createReadStream(), hash), size };
      } catch (error) {
        throw isMissing(error) ? filesFaults.unknown({ hash }) : error;
      }
    },
    has: async (hash) => {
      const place = pathOfHash(hash);
      if (place === undefined) return false;
      try {
        return (await stat(path.join(folder, place))).isFile();
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
  };
}
