import { deepest } from './canonicalJson.ts';
import { ledgerFaults as faults } from './faults.ts';
import type { JsonValue } from './json.ts';

/**
 * Refuses what JSON would silently make something else of, or what is nested too deep. Texts are not looked at: that is
 * done once over the JSON of a whole row. A member that is undefined is left out, as JSON.stringify does.
 * @throws ledger.notJson
 */
export function checkJson(value: JsonValue | undefined, depth = 0): void {
  if (depth > deepest) throw faults.notJson({ reason: `more than ${deepest} levels` });
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw faults.notJson({ reason: String(value) });
  } else if (typeof value === 'object') {
    if (value !== null) for (const item of Object.values(value)) checkJson(item, depth + 1);
  } else if (typeof value !== 'string' && typeof value !== 'boolean' && (value !== undefined || depth === 0)) {
    throw faults.notJson({ reason: typeof value });
  }
}
