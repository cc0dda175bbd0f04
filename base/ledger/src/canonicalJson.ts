import { ledgerFaults as faults } from './faults.ts';
import type { JsonValue } from './json.ts';

/** Nesting of a body; deeper is refused, so that recursion stays within the stack. */
export const deepest = 64;

/** A lone surrogate, or U+0000, which PostgreSQL's jsonb can't hold. */
function checkText(text: string): void {
  if (!text.isWellFormed()) throw faults.notJson({ reason: 'a lone surrogate' });
  if (text.includes('\0')) throw faults.notJson({ reason: 'the character U+0000' });
}

/**
 * The canonical text of a JSON value (RFC 8785): members sorted by UTF-16 code units, numbers and strings as ECMAScript
 * writes them. The same text comes out after a round trip through jsonb.
 * @throws ledger.notJson for what JSON or jsonb can't hold.
 */
export function canonicalJson(value: JsonValue, depth = 0): string {
  if (depth > deepest) throw faults.notJson({ reason: `more than ${deepest} levels` });
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw faults.notJson({ reason: String(value) });
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    checkText(value);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw faults.notJson({ reason: typeof value });
  if (isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  const members = Object.keys(value)
    .toSorted()
    .map((key) => {
      checkText(key);
      return `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null, depth + 1)}`;
    });
  return `{${members.join(',')}}`;
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
