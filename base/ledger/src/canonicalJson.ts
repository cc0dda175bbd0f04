import { ledgerFaults as faults } from './faults.ts';
import type { JsonValue } from './json.ts';

/** Nesting of a body; deeper is refused, so that recursion stays within the stack. */
export const deepest = 64;

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
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') throw faults.notJson({ reason: typeof value });
  if (isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).toSorted()) {
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key] ?? null, depth + 1)}`;
  }
  return `{${members}}`;
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
