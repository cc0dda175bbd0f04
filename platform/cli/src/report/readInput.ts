import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
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

/** @throws cli.noSuchFile, extract.tooLarge */
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
  if (about.size > limit) throw extractFaults.tooLarge({ name: file, limit });
  const stream = createReadStream(file, { highWaterMark: 1024 * 1024 });
  return { bytes: await bytesOf(stream, file, about.size), name: path.basename(file) };
}

/** Into one growing array: the pieces and their sum at once would double what a large file takes. */
async function bytesOf(stream: Readable, name: string, expected = 1024 * 1024): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array(expected);
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
