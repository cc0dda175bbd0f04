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

/** Gives a file's bytes from the beginning; asked for as often as the file is gone through. */
export type OpenBytes = () => AsyncIterable<Uint8Array>;

/** A paragraph of the text, with the place of its first character. */
export interface Paragraph {
  readonly start: number;
  readonly text: string;
}

/** A text that is gone through without being held: what `SourceText` tells, and the paragraphs in turn. */
export interface StreamedText extends Omit<SourceText, 'text'> {
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  readonly paragraphs: () => AsyncIterable<Paragraph>;
}

/** A paragraph that goes on for longer is cut after a sentence. */
const longestParagraph = 1 << 18;

/**
 * As `readDocument`, for plain text of any length in little memory: it is gone through once to see that it is sound, then again for its
 * paragraphs. Other formats are read whole, as their limits bound them.
 * @throws as `readDocument`.
 */
export async function streamText(open: OpenBytes, options: ReadOptions): Promise<StreamedText> {
  const { name } = options;
  const budget = startBudget(name, { ...defaultLimits, ...options.limits });
  const sample = await firstBytes(open());
  if (sample.length === 0) throw extractFaults.empty({ name });
  if (!isPlainText(sample, name)) return wholeText(open, options, budget);
  let misfit: unknown;
  for (const encoding of possibleEncodings(sample)) {
    try {
      const summary = await summaryOf(open(), encoding, budget);
      return { format: 'txt', encoding, ...summary, paragraphs: () => paragraphsOf(decoded(open(), encoding, name)) };
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
    taken.push(chunk);
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

async function wholeText(open: OpenBytes, options: ReadOptions, budget: Budget): Promise<StreamedText> {
  const { text, format, encoding, hash } = await readDocument(
    Buffer.concat(await Array.fromAsync(bounded(open(), budget))),
    options,
  );
  return { format, encoding, hash, length: text.length, paragraphs: () => paragraphsOf([text]) };
}

/** Lines that hold more than blanks; `start` is the place of the line's first character in the whole text. */
async function* paragraphsOf(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Paragraph> {
  let start = 0;
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
    let from = 0;
    for (let end = endOfParagraph(rest, from); end > 0; end = endOfParagraph(rest, from)) {
      const text = rest.slice(from, end);
      if (text.trim() !== '') yield { start: start + from, text: text.endsWith('\n') ? text.slice(0, -1) : text };
      from = end;
    }
    rest = rest.slice(from);
    start += from;
  }
  if (rest.trim() !== '') yield { start, text: rest };
}

/** Behind the next line end, or behind a sentence where there is none for too long; 0 where more text must come first. */
function endOfParagraph(text: string, from: number): number {
  const line = text.indexOf('\n', from) + 1;
  if (line > 0 && line - from <= longestParagraph) return line;
  if (text.length - from < longestParagraph) return 0;
  const sentence = text.lastIndexOf('。', from + longestParagraph - 1) + 1;
  return sentence > from ? sentence : from + longestParagraph;
}
