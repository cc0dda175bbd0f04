import { createHash } from 'node:crypto';
import { isFault } from '@yiwang/faults';
import { extractFaults } from '../faults.ts';
import { defaultLimits, startBudget, type Budget } from './budget.ts';
import { countIn, judgeCensus, startCensus } from './checkProse.ts';
import { formatOf } from './formatOf.ts';
import { readDocument, type ReadOptions } from './readDocument.ts';
import type { SourceText } from './sourceText.ts';
import { likeliestEncoding, markedEncoding, sampleBytes, type Encoding } from './text/encodingOf.ts';
import { startDecoding } from './text/startDecoding.ts';

/** Gives a file's bytes from the beginning, as often as it is asked; a chunk is used up before the next one is asked for. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

/**
 * As `readDocument`, for a file that can be gone through twice: plain text is never held as bytes and as text at once, so that 50 MB of it
 * take little more than the text itself. Other formats are read whole, as their limits bound them.
 * @throws as `readDocument`.
 */
export async function readStream(open: OpenBytes, options: ReadOptions): Promise<SourceText> {
  const { name } = options;
  const budget = startBudget(name, { ...defaultLimits, ...options.limits });
  const sample = await firstBytes(open());
  if (sample.length === 0) throw extractFaults.empty({ name });
  if (!isPlainText(sample, name)) return readDocument(await allBytes(bounded(open(), budget)), options);
  let misfit: unknown;
  for (const encoding of possibleEncodings(sample)) {
    try {
      const { hash, length } = await summaryOf(open(), encoding, budget);
      return { format: 'txt', encoding, hash, text: await textOf(decoded(open(), encoding, name), length) };
    } catch (error) {
      if (!isFault(error, 'extract.unknownEncoding')) throw error;
      misfit = error;
    }
  }
  throw misfit ?? extractFaults.unknownFormat({ name });
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    taken.push(Buffer.from(chunk));
    length += chunk.length;
    if (length >= sampleBytes) break;
  }
  return Buffer.concat(taken).subarray(0, sampleBytes);
}

/** A ZIP file's directory is at its end, so its beginning alone doesn't tell what is in it. */
function isPlainText(sample: Uint8Array, name: string): boolean {
  return !(sample[0] === 0x50 && sample[1] === 0x4b && sample.includes(0)) && formatOf(sample, name) === 'txt';
}

/** In the order in which they are tried on the whole file. */
function possibleEncodings(sample: Uint8Array): readonly Encoding[] {
  const marked = markedEncoding(sample);
  if (marked !== undefined) return [marked];
  const likeliest = likeliestEncoding(sample);
  const first: readonly Encoding[] = sample.includes(0) ? [] : ['utf-8'];
  return likeliest === undefined || first.includes(likeliest) ? first : [...first, likeliest];
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: Encoding, name: string): AsyncGenerator<string> {
  const decoding = startDecoding(encoding, name);
  for await (const chunk of chunks) yield decoding.push(chunk, false);
  yield decoding.push(new Uint8Array(), true);
}

async function summaryOf(chunks: AsyncIterable<Uint8Array>, encoding: Encoding, budget: Budget) {
  const hash = createHash('sha256');
  const census = startCensus();
  let length = 0;
  for await (const piece of decoded(bounded(chunks, budget), encoding, budget.name)) {
    hash.update(piece, 'utf8');
    countIn(census, piece);
    length += piece.length;
    if (length > budget.limits.characters) judgeCensus(census, budget.name);
    budget.holds(length);
    await budget.breathe();
  }
  judgeCensus(census, budget.name);
  return { hash: hash.digest('hex'), length };
}

async function* bounded(chunks: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<Uint8Array> {
  const { name, limits } = budget;
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limits.bytes) throw extractFaults.tooLarge({ name, limit: limits.bytes });
    yield chunk;
  }
}

async function allBytes(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(chunks, (chunk) => Buffer.from(chunk)));
}

/** Written into one buffer of the text's length, which is given back at once: pieces to be joined would stay until they are collected. */
async function textOf(pieces: AsyncIterable<string>, length: number): Promise<string> {
  const bytes = new ArrayBuffer(length * 2);
  const buffer = Buffer.from(bytes);
  let at = 0;
  for await (const piece of pieces) at += buffer.write(piece, at, 'utf16le');
  const text = buffer.toString('utf16le', 0, at);
  bytes.transfer(0);
  return text;
}
