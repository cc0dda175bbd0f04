import { createHash } from 'node:crypto';
import type { Act } from '../step/caseCommand.ts';
import type { CommandRequest } from './commandRequest.ts';

/** SHA-256 of a value's JSON with sorted keys, in hexadecimal: the same content has the same digest. */
export function digestOf(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(text).digest('hex');
}

/** What a command says, who gives it and on which case: a repeat under the same id has the same digest. */
export function commandDigest({ case: id, by }: CommandRequest, act: Act): string {
  return digestOf({ case: id, actor: by.actor, act });
}
