import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { defaultLimits, extractFaults, fileBytes, readDocument, readStream, type SourceText } from '@yiwang/extract';
import { cliFaults as faults } from '../faults.ts';
import { languageHere } from '../languageHere.ts';
import { keepHeapSmall } from './keepHeapSmall.ts';

/** A report as it was read, with the file's name as faults show it. */
export interface Input extends SourceText {
  readonly name: string;
}

const limit = defaultLimits.bytes;

/**
 * The text of a file, or of the standard input where it is `-`. A file on disk is gone through twice, so that 50 MB of it leave room for
 * the reading (180 MB in all; 192 to 238 with its bytes beside its text).
 * @throws cli.noSuchFile, cli.isFolder, and the faults of readDocument.
 */
export async function readInput(file: string): Promise<Input> {
  if (file === '-') return readPiped(process.stdin, languageHere() === 'zh' ? '标准输入' : 'standard input');
  const about = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw faults.noSuchFile({ file }, error);
    throw error;
  });
  if (about.isDirectory()) throw faults.isFolder({ file });
  if (about.size > limit) throw extractFaults.tooLarge({ name: file, limit });
  const name = path.basename(file);
  if (!about.isFile()) return readPiped(createReadStream(file), name);
  keepHeapSmall(about.size);
  return { ...(await readStream(fileBytes(file), { name })), name };
}

/** What can be gone through only once; its bytes are given back at once. */
async function readPiped(stream: Readable, name: string): Promise<Input> {
  const bytes = await bytesOf(stream, name);
  keepHeapSmall(bytes.length);
  const source = await readDocument(bytes, { name });
  bytes.buffer.transfer(0);
  return { ...source, name };
}

/** Into one growing array: the pieces and their sum at once would double what a large file takes. */
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
