import { isUtf8 } from 'node:buffer';
import { extractFaults } from '../../faults.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const;
export type Encoding = (typeof encodings)[number];

const marks: readonly (readonly [mark: string, encoding: Encoding])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
  // U+FEFF in GB18030, as some editors write it.
  ['84319533', 'gb18030'],
];

const sampled = 1 << 16;

/**
 * Text in an encoding met in China: the byte order mark decides; then sound UTF-8; then that of GB18030, UTF-16 and Big5 under which the
 * beginning reads most like Chinese, unless one of them is `declared`. No byte is ever replaced.
 * @throws extract.unknownEncoding where a byte doesn't fit, extract.unknownFormat where it is no text at all.
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: Encoding): DecodedText {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4)).toString('hex');
  const marked = marks.find(([mark]) => head.startsWith(mark));
  const encoding = marked?.[1] ?? encodingOf(bytes, name, declared);
  const text = decode(bytes, encoding);
  if (text === undefined) throw unsound(bytes, encoding, name);
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array, name: string, declared: Encoding | undefined): Encoding {
  const sample = bytes.subarray(0, sampled);
  if (!sample.includes(0) && isUtf8(bytes)) return 'utf-8';
  const found = declared === undefined || declared === 'utf-8' ? likeliest(sample) : declared;
  if (found === undefined) throw extractFaults.unknownFormat({ name });
  return found;
}

/** The encoding under which the bytes hold most of what every Chinese text is full of; undefined where none fits. */
export function likeliest(sample: Uint8Array): Encoding | undefined {
  const possible: readonly Encoding[] = sample.includes(0) ? ['utf-16le', 'utf-16be'] : encodings;
  let best: Encoding | undefined;
  let most = 0;
  for (const encoding of possible) {
    const text = new TextDecoder(encoding).decode(sample);
    const marksOfChinese = text.match(/[，。、；的年]/g)?.length ?? 0;
    const misfits = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
    const score = marksOfChinese - misfits;
    if (score > most) [best, most] = [encoding, score];
  }
  // Too short to hold any of these: GB18030 is what such a file is in, where it fits.
  if (
    best === undefined &&
    !sample.includes(0) &&
    !/[\ufffd\ue000-\uf8ff]/.test(new TextDecoder('gb18030').decode(sample))
  )
    return 'gb18030';
  return best;
}

/** The text without its mark; undefined where a byte doesn't fit. */
function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\ufeff/, '');
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const step = 1 << 16;

/** Where the first byte that doesn't fit stands, to within a step. */
function misfit(bytes: Uint8Array, encoding: Encoding): number | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let start = 0; start < bytes.length; start += step) {
    const last = start + step >= bytes.length;
    try {
      decoder.decode(bytes.subarray(start, start + step), { stream: !last });
    } catch (error) {
      if (error instanceof TypeError) return start;
      throw error;
    }
  }
  return undefined;
}

function unsound(bytes: Uint8Array, encoding: Encoding, name: string) {
  return extractFaults.unknownEncoding({ name, encoding, byte: misfit(bytes, encoding) ?? bytes.length });
}
