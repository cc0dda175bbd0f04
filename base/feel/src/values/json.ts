import { faults } from '../faults.ts';
import { compareExact, exactOf, exactText, findExact, findInteger, isExact, toNumber, type Exact } from './exact.ts';
import { isContext, isList, isTagged, type FeelContext, type FeelList, type FeelValue } from './value.ts';
import { nested } from './valueText.ts';
import { enterParts, leaveParts, startWalk, type Walk } from './walk.ts';

const maxDepth = 100;

/**
 * Turns what comes from outside (JSON, or values that are FEEL's already) into a FEEL value. Dates stay text; a rule says date(x).
 * @throws feel.notAValue with the path.
 */
export function toFeel(value: unknown, path = '$', depth = 0): FeelValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') {
    return exactOf(value) ?? refuse(path, 'number out of range');
  }
  if (isExact(value)) return value;
  if (depth > maxDepth) return refuse(path, 'nested too deeply');
  if (Array.isArray(value)) return value.map((item, index) => toFeel(item, `${path}[${index}]`, depth + 1));
  if (value instanceof Map) {
    return new Map([...value].map(([key, item]) => [String(key), toFeel(item, `${path}.${String(key)}`, depth + 1)]));
  }
  if (typeof value === 'object' && isPlain(value)) {
    return new Map(Object.entries(value).map(([key, item]) => [key, toFeel(item, `${path}.${key}`, depth + 1)]));
  }
  return refuse(path, typeof value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function refuse(path: string, reason: string): never {
  throw faults.notAValue({ path, reason });
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A number becomes a JSON number where that is exact, else its digits as text; dates and durations become FEEL's text. @throws feel.tooMuchWork for endless values. */
export function fromFeel(value: FeelValue, walk?: Walk): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (isExact(value)) return numberJson(value);
  if (isList(value) || isContext(value)) return partsJson(value, walk ?? startWalk());
  return isTagged(value) ? nested(value) : null;
}

function partsJson(value: FeelList | FeelContext, walk: Walk): Json {
  enterParts(walk, isList(value) ? value.length : value.size);
  const json = isList(value)
    ? value.map((item) => fromFeel(item, walk))
    : Object.fromEntries([...value].map(([key, item]) => [key, fromFeel(item, walk)]));
  leaveParts(walk);
  return json;
}

function numberJson(value: Exact): Json {
  const integer = findInteger(value);
  if (integer !== undefined) return integer;
  const number = toNumber(value);
  const back = findExact(String(number));
  return back !== undefined && compareExact(back, value) === 0 ? number : exactText(value);
}
