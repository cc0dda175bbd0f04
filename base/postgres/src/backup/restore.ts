import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { postgresFaults as faults } from '../faults.ts';
import { serverUser } from '../embedded/serverUser.ts';
import type { Manifest } from './backup.ts';
import { copyFile, hashFile } from './copyFile.ts';

/**
 * Makes the data folder of an embedded server out of a backup; the server recovers from the backup's log when it starts.
 * Every file is compared with the manifest before anything is made, and again as it is copied.
 * @throws postgres.backupDamaged naming the file; postgres.targetOccupied when the folder has a cluster
 */
export async function restore(source: string, folder: string): Promise<void> {
  const data = path.join(path.resolve(folder), 'pg');
  if (existsSync(data)) throw faults.targetOccupied({ folder: data });
  const manifest = await readManifest(source);
  for (const file of manifest.files) {
    const found = await hashFile(path.join(source, 'pg', file.path), file.path).catch((cause: unknown) => {
      throw faults.backupDamaged({ file: file.path }, cause);
    });
    if (found.sha256 !== file.sha256) throw faults.backupDamaged({ file: file.path });
  }
  const user = serverUser();
  const making = `${data}.restoring-${process.pid}`;
  const own = async (at: string) => {
    if (user !== undefined) await chown(at, user.uid, user.gid);
  };
  try {
    await mkdir(making, { recursive: true, mode: 0o700 });
    await own(making);
    for (const name of manifest.folders) {
      await mkdir(path.join(making, name), { recursive: true, mode: 0o700 });
      await own(path.join(making, name));
    }
    for (const file of manifest.files) {
      const to = path.join(making, file.path);
      const copied = await copyFile(path.join(source, 'pg', file.path), to, file.path);
      if (copied?.sha256 !== file.sha256) throw faults.backupDamaged({ file: file.path });
      await own(to);
    }
    await rename(making, data);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}

async function readManifest(source: string): Promise<Manifest> {
  const damaged = (cause?: unknown) => faults.backupDamaged({ file: 'manifest.json' }, cause);
  const text = await readFile(path.join(source, 'manifest.json'), 'utf8').catch((cause: unknown) => {
    throw damaged(cause);
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw damaged(cause);
  }
  if (!isManifest(parsed)) throw damaged();
  return parsed;
}

/** Paths stay below the data folder, whoever wrote the manifest. */
function isInside(name: unknown): name is string {
  return typeof name === 'string' && !path.isAbsolute(name) && !name.split('/').includes('..');
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  if (!('format' in value && 'folders' in value && 'files' in value) || value.format !== 1) return false;
  const { folders, files } = value;
  if (!Array.isArray(folders) || !folders.every(isInside) || !Array.isArray(files)) return false;
  return files.every(
    (file: unknown) => typeof file === 'object' && file !== null && 'path' in file && isInside(file.path),
  );
}
