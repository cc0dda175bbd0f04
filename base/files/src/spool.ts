import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { uuidv7 } from '@yiwang/clock';
import { acceptedBytes, type KnownType, type PutOptions } from './acceptedBytes.ts';
import type { Chunks } from './chunks.ts';
import { filesFaults } from './faults.ts';

export interface StoredFile {
  /** SHA-256 of the stored bytes, in hex. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
}

/** Names of files that are still being written; what a killed process left is found by it. */
export const spoolName = /^incoming-[0-9a-f-]{36}$/;

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/**
 * Writes what arrives to a temporary file in `folder`, on disk when `keep` is called to bring it to its place.
 * Nothing is left in `folder` after a failure.
 * @throws files.noSpace and what `acceptedBytes` throws
 */
export async function spool(
  folder: string,
  body: Chunks | Uint8Array,
  options: PutOptions | KnownType,
  keep: (temporary: string, file: StoredFile) => Promise<void>,
): Promise<StoredFile> {
  const { type, bytes } = await acceptedBytes(body, options);
  const temporary = path.join(folder, `incoming-${uuidv7()}`);
  try {
    const digest = createHash('sha256');
    let size = 0;
    const handle = await open(temporary, 'wx', 0o640);
    try {
      for await (const chunk of bytes) {
        digest.update(chunk);
        size += chunk.length;
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    const file = { hash: digest.digest('hex'), size, type };
    await keep(temporary, file);
    return file;
  } catch (error) {
    throw isDiskFull(error) ? filesFaults.noSpace({}, error) : error;
  } finally {
    await bytes.return(undefined);
    await rm(temporary, { force: true });
  }
}
