export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const;
export type Encoding = (typeof encodings)[number];

const marks: readonly (readonly [mark: string, encoding: Encoding])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
  // U+FEFF in GB18030, as some editors write it.
  ['84319533', 'gb18030'],
];

/** How much of a file's beginning tells its encoding. */
export const sampleBytes = 1 << 16;

/** The encoding that a byte order mark names. */
export function markedEncoding(sample: Uint8Array): Encoding | undefined {
  const head = Buffer.from(sample.buffer, sample.byteOffset, Math.min(sample.length, 4)).toString('hex');
  return marks.find(([mark]) => head.startsWith(mark))?.[1];
}

/**
 * The encoding under which the bytes hold most of what every Chinese text is full of; undefined where none fits. Soundness alone doesn't
 * tell: UTF-8 with one bad byte and Big5 are both sound GB18030 of rare characters.
 */
export function likeliestEncoding(sample: Uint8Array): Encoding | undefined {
  const possible: readonly Encoding[] = sample.includes(0) ? ['utf-16le', 'utf-16be'] : encodings;
  let best: Encoding | undefined;
  let most = 0;
  for (const encoding of possible) {
    const text = new TextDecoder(encoding).decode(sample, { stream: true });
    const signs = text.match(/[，。、；的年]/g)?.length ?? 0;
    const misfits = text.match(misfit)?.length ?? 0;
    if (signs - misfits > most) [best, most] = [encoding, signs - misfits];
  }
  if (best !== undefined || sample.includes(0)) return best;
  // Too short to hold any of these: GB18030 is what such a file is in, where it fits.
  return new TextDecoder('gb18030').decode(sample, { stream: true }).search(misfit) < 0 ? 'gb18030' : undefined;
}

const misfit = /[\ufffd\ue000-\uf8ff]/g;
