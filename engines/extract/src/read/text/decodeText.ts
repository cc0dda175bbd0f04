import { isUtf8 } from 'node:buffer';
import { isFault } from '@yiwang/faults';
import { extractFaults } from '../../faults.ts';
import { likeliestEncoding, markedEncoding, sampleBytes, type Encoding } from './encodingOf.ts';
import { startDecoding } from './startDecoding.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

const step = 1 << 12;

/**
 * Text in an encoding met in China: the byte order mark decides; then sound UTF-8; then what the file itself declares; then that of GB18030,
 * UTF-16 and Big5 under which its beginning reads most like Chinese.
 * @throws extract.unknownEncoding where a byte doesn't fit, extract.unknownFormat where it is no text at all.
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: Encoding): DecodedText {
  const encoding = encodingOfBytes(bytes, declared);
  if (encoding === undefined) throw extractFaults.unknownFormat({ name });
  // In one go: pieces to be joined would take the text's memory twice.
  const text = soundText(bytes, encoding) ?? inSteps(bytes, encoding, name);
  return { text, encoding };
}

function soundText(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return startDecoding(encoding, '').push(bytes, true);
  } catch (error) {
    if (isFault(error, 'extract.unknownEncoding')) return undefined;
    throw error;
  }
}

/** Again in steps, to find near which byte it fails. */
function inSteps(bytes: Uint8Array, encoding: Encoding, name: string): string {
  const decoding = startDecoding(encoding, name);
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += step)
    pieces.push(decoding.push(bytes.subarray(start, start + step), start + step >= bytes.length));
  return pieces.join('');
}

function encodingOfBytes(bytes: Uint8Array, declared: Encoding | undefined): Encoding | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const marked = markedEncoding(sample);
  if (marked !== undefined) return marked;
  if (!sample.includes(0) && isUtf8(bytes)) return 'utf-8';
  // What is no sound UTF-8 and says that it is may be anything.
  return declared === undefined || declared === 'utf-8' ? likeliestEncoding(sample) : declared;
}
