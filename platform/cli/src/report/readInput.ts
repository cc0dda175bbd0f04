import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { defaultLimits, extractFaults } from '@yiwang/extract';
import { cliFaults as faults } from '../faults.ts';
import { languageHere } from '../languageHere.ts';

/** What a file holds, or the standard input where it is `-`; no more than the reader takes. */
export interface Input {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file's name, as faults show it. */
  readonly name: string;
}

const limit = defaultLimits.bytes;

/** @throws cli.noSuchFile, cli.isFolder, extract.tooLarge */
export async function readInput(file: string): Promise<Input> {
  if (file === '-') {
    const name = languageHere() === 'zh' ? '标准输入' : 'standard input';
    return { bytes: await bytesOf(process.stdin, name), name };
  }
  const about = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw faults.noSuchFile({ file }, error);
    throw error;
  });
  if (about.isDirectory()) throw faults.isFolder({ file });
  const name = path.basename(file);
  const handle = await open(file);
  try {
    // Straight into one array: the pieces of a stream would stand beside it until they are collected, and double a large file.
    if (about.isFile()) return { bytes: await handleBytes(handle, name, about.size), name };
    return { bytes: await bytesOf(handle.createReadStream({ autoClose: false }), name), name };
  } finally {
    await handle.close();
  }
}

type Handle = Awaited<ReturnType<typeof open>>;

async function handleBytes(handle: Handle, name: string, size: number): Promise<Uint8Array<ArrayBuffer>> {
  if (size > limit) throw extractFaults.tooLarge({ name, limit });
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length);
    if (bytesRead === 0) break; // cut short while it is read
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** A pipe's length isn't known: the array grows. */
async function bytesOf(stream: Readable, name: string): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array(1024 * 1024);
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (length + chunk.length > limit) throw extractFaults.tooLarge({ name, limit });
    if (length + chunk.length > bytes.length) {
      const larger = new Uint8Array(Math.min(limit, Math.max(bytes.length * 2, length + chunk.length)));
      larger.set(bytes);
      bytes = larger;
    }
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.subarray(0, length);
}
