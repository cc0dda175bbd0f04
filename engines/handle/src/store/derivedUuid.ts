import { createHash } from 'node:crypto';

/** A UUID (version 8) that follows from another and a word, so that what follows from a command has a command id too. */
export function derivedUuid(from: string, word: string): string {
  const hex = createHash('sha256').update(`${from} ${word}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
