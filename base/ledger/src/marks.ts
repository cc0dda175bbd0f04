import { crc32 } from 'node:zlib';
import type { Entry } from './entry.ts';

export const markedFields = ['place', 'at', 'kind', 'actor', 'subject', 'reason', 'body'] as const;
export type MarkedField = (typeof markedFields)[number];

/**
 * Four bytes for the place and for each field of an entry. The hash guards the entry; the marks only let the verifier say
 * which field was changed, which a hash over all of it can't. `body` is the body's canonical text.
 */
export function marksOf(seq: number, entry: Entry, body: string): Buffer {
  const { id, at, kind, actor, subject, reason = '' } = entry;
  const marks = Buffer.alloc(markedFields.length * 4);
  [`${seq}:${id}`, at, kind, actor, subject, reason, body].forEach((text, index) =>
    marks.writeUInt32BE(crc32(text), index * 4),
  );
  return marks;
}

/** The fields whose marks differ. */
export function changedFields(stored: Uint8Array, seq: number, entry: Entry, body: string): MarkedField[] {
  const now = marksOf(seq, entry, body);
  if (now.equals(stored)) return [];
  return markedFields.filter(
    (_, index) => now.compare(stored, index * 4, index * 4 + 4, index * 4, index * 4 + 4) !== 0,
  );
}
