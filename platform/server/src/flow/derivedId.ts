import { createHash } from 'node:crypto';

/**
 * A UUID that follows from another one and a word: a job that runs again gives its commands the ids of the first time, and
 * they are known as repeats (version 8 of RFC 9562, over SHA-256).
 */
export function derivedId(from: string, word: string): string {
  const hex = createHash('sha256').update(`${from} ${word}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
