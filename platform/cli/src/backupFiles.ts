import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, open, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { postgresFaults } from '@yiwang/postgres';

/** What lies beside the database in a data folder, such as the signing key and uploaded files, as a backup lists it. */
export interface ListedFile {
  /** Below the data folder. */
  readonly path: string;
  readonly size: number;
  /** In hex. */
  readonly sha256: string;
}

/** The server's own: its cluster, what a restore has begun, its socket and its log. */
const serversOwn = /^(pg|pg\..*|socket|postgres\.log.*)$/;
const list = 'files.json';

/**
 * Copies all that lies beside the database into `to`, with a list of it. Call it after the database was copied: a file is
 * stored before the database knows of it, so every file that the copied database knows is there.
 */
export async function backUpFiles(data: string, to: string): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
    const name = path.relative(data, path.join(entry.parentPath, entry.name));
    if (!entry.isFile() || serversOwn.test(name.split(path.sep)[0] ?? '')) continue;
    const copy = path.join(to, 'files', name);
    if (await copied(path.join(data, name), copy)) files.push({ path: name, ...(await digest(copy)) });
  }
  await writeFile(path.join(to, list), `${JSON.stringify({ files }, null, 1)}\n`, {
    flag: 'wx',
    mode: 0o600,
    flush: true,
  });
  return files;
}

/** Compares every file of a backup with its list. @throws postgres.backupDamaged naming the file */
export async function checkFiles(from: string): Promise<readonly ListedFile[]> {
  const damaged = (file: string, cause?: unknown) => postgresFaults.backupDamaged({ file }, cause);
  const files = await readFile(path.join(from, list), 'utf8')
    .then(readList)
    .catch((cause: unknown) => {
      throw damaged(list, cause);
    });
  if (files === undefined) throw damaged(list);
  for (const file of files) {
    const found = await digest(path.join(from, 'files', file.path)).catch((cause: unknown) => {
      throw damaged(file.path, cause);
    });
    if (found.sha256 !== file.sha256) throw damaged(file.path);
  }
  return files;
}

/** Puts the files of a checked backup into a data folder. */
export async function restoreFiles(from: string, files: readonly ListedFile[], data: string): Promise<void> {
  for (const file of files) await copied(path.join(from, 'files', file.path), path.join(data, file.path));
}

function readList(text: string): readonly ListedFile[] | undefined {
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null || !('files' in read) || !Array.isArray(read.files)) return undefined;
  return read.files.every(isListed) ? read.files : undefined;
}

/** Paths stay below the data folder and beside the database, whoever wrote the list. */
function isListed(value: unknown): value is ListedFile {
  if (typeof value !== 'object' || value === null || !('path' in value) || !('sha256' in value)) return false;
  if (typeof value.path !== 'string' || typeof value.sha256 !== 'string' || path.isAbsolute(value.path)) return false;
  const parts = value.path.split(/[/\\]/);
  return !parts.includes('..') && !serversOwn.test(parts[0] ?? '');
}

/** Copies onto the disk with the same rights; false where the file went meanwhile, as one does that was being uploaded. */
async function copied(from: string, to: string): Promise<boolean> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  try {
    const { mode } = await stat(from);
    await copyFile(from, to);
    await chmod(to, mode & 0o777);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
  const handle = await open(to, 'r');
  await handle.sync();
  await handle.close();
  return true;
}

async function digest(file: string): Promise<Omit<ListedFile, 'path'>> {
  const sha256 = createHash('sha256');
  let size = 0;
  const handle = await open(file, 'r');
  for await (const piece of handle.createReadStream() as AsyncIterable<Buffer>) {
    sha256.update(piece);
    size += piece.length;
  }
  return { size, sha256: sha256.digest('hex') };
}
