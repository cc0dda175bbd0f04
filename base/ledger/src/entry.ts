import { canonicalJson } from './canonicalJson.ts';
import type { JsonObject } from './json.ts';

/** What the caller tells; id and time are given when it is appended. */
export interface NewEntry {
  /** Six-digit district code (GB/T 2260): the book that it goes into. */
  readonly region: string;
  /** What happened: `case.completed`. */
  readonly kind: string;
  /** Who did it: `account:100012`, `system:flow`. */
  readonly actor: string;
  /** What it is about: `case:<id>`. */
  readonly subject: string;
  readonly reason?: string;
  /** 64 KiB of JSON at the most. */
  readonly body: JsonObject;
}

export interface Entry extends NewEntry {
  /** UUIDv7 */
  readonly id: string;
  /** UTC with milliseconds: `2026-01-05T08:30:00.000Z`. */
  readonly at: string;
}

const encoder = new TextEncoder();

/**
 * What is hashed: the whole entry as canonical JSON (RFC 8785) in UTF-8, with the format and the hash named in it.
 * A reason that was not given has no member. `body` is the body's canonical text where the caller has it already.
 */
export function entryContent(entry: Entry, algorithm: string, body = canonicalJson(entry.body)): Uint8Array {
  const { region, id, at, kind, actor, subject, reason } = entry;
  const text = JSON.stringify;
  // Members in canonical order, by hand: half of the time of sorting them anew for each entry.
  return encoder.encode(
    `{"actor":${text(actor)},"at":${text(at)},"body":${body},"format":"yiwang-entry/1","hash":${text(algorithm)},` +
      `"id":${text(id)},"kind":${text(kind)},${reason === undefined ? '' : `"reason":${text(reason)},`}` +
      `"region":${text(region)},"subject":${text(subject)}}`,
  );
}
