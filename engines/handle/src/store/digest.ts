import { createHash } from 'node:crypto';

/** SHA-256 of a value's JSON with sorted keys, in hexadecimal: the same content has the same digest. */
export function digestOf(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(text).digest('hex');
}
