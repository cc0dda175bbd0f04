import { hash } from 'node:crypto';
import type { Act } from '../step/caseCommand.ts';
import type { CommandRequest } from './commandRequest.ts';

/** SHA-256 of a value's JSON with sorted keys, in hexadecimal: the same content has the same digest. */
export function digestOf(value: unknown): string {
  return hash('sha256', sortedJson(value));
}

function sortedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => (one === undefined ? 'null' : sortedJson(one))).join(',')}]`;
  const parts: string[] = [];
  const named: Readonly<Record<string, unknown>> = { ...value };
  for (const name of Object.keys(named).toSorted()) {
    const one = named[name];
    if (one !== undefined) parts.push(`${JSON.stringify(name)}:${sortedJson(one)}`);
  }
  return `{${parts.join(',')}}`;
}

/** What a command says, who gives it and on which case: a repeat under the same id has the same digest. */
export function commandDigest({ case: id, by }: CommandRequest, act: Act): string {
  return digestOf({ case: id, actor: by.actor, act });
}
