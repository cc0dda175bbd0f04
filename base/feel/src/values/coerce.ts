import type { FeelType } from '../check/type.ts';
import { dateTimeOf } from './farYear.ts';
import { hasType } from './hasType.ts';
import { isList, isTagged, type FeelValue } from './value.ts';

/**
 * The value as one of a type, by DMN's implicit conversions (1.5, 10.3.2.9.4): a list of one for its item, an item for a list
 * of it, a date for its midnight UTC. Null stays null; undefined where the value does not fit.
 */
export function coerce(value: FeelValue, type: FeelType): FeelValue | undefined {
  if (value === null || type === 'any' || hasType(value, type)) return value;
  if (isList(value) && value.length === 1) {
    const only = value[0] ?? null;
    if (only !== null && hasType(only, type)) return only;
  }
  if (
    typeof type === 'object' &&
    'list' in type &&
    !isList(value) &&
    (type.list === 'any' || hasType(value, type.list))
  ) {
    return [value];
  }
  if (type === 'date and time' && isTagged(value) && value.kind === 'date') {
    return dateTimeOf(value, undefined, { at: 'offset', seconds: 0 });
  }
  return undefined;
}
