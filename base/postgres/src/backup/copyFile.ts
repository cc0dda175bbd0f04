import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** A file of a backup: its path below the data folder, bytes, and SHA-256 in hex. */
export interface CopiedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Copies a file onto the disk, hashing what was read; gives undefined when the server removed it meanwhile. */
export async function copyFile(from: string, to: string, name: string): Promise<CopiedFile | undefined> {
  const source = await open(from, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (source === undefined) return undefined;
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      const digest = createHash('sha256');
      const buffer = Buffer.allocUnsafe(1024 * 1024);
      let size = 0;
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, buffer.length, null);
        if (bytesRead === 0) break;
        const piece = buffer.subarray(0, bytesRead);
        digest.update(piece);
        await target.writeFile(piece);
        size += bytesRead;
      }
      await target.sync();
      return { path: name, size, sha256: digest.digest('hex') };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** The SHA-256 and size of a file as it is. */
export async function hashFile(file: string, name: string): Promise<CopiedFile> {
  const digest = createHash('sha256');
  let size = 0;
  const handle = await open(file, 'r');
  for await (const piece of handle.createReadStream() as AsyncIterable<Buffer>) {
    digest.update(piece);
    size += piece.length;
  }
  return { path: name, size, sha256: digest.digest('hex') };
}
