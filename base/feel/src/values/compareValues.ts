import { compareExact, isExact } from './exact.ts';
import { compareDates } from './farYear.ts';
import { isLocal, nanosecondsOf, nanosecondsOfDay } from './instant.ts';
import { isContext, isList, isTagged, kindOf, type FeelContext, type FeelList, type FeelValue } from './value.ts';
import { enterParts, leaveParts, startWalk, type Walk } from './walk.ts';

/** Below, equal or above as -1, 0, 1; undefined where FEEL gives the pair no order. */
export function compareValues(a: FeelValue, b: FeelValue): number | undefined {
  if (isExact(a) && isExact(b)) return compareExact(a, b);
  if (typeof a === 'string' && typeof b === 'string') return sign(a < b, a > b);
  if (!isTagged(a) || !isTagged(b)) return undefined;
  if (a.kind === 'date' && b.kind === 'date') return compareDates(a, b);
  if (a.kind === 'date and time' && b.kind === 'date and time') {
    if (isLocal(a.zone) !== isLocal(b.zone)) return undefined;
    if (isLocal(a.zone) && a.cycles === b.cycles) return Temporal.PlainDateTime.compare(a.plain, b.plain);
    return order(nanosecondsOf(a), nanosecondsOf(b));
  }
  if (a.kind === 'time' && b.kind === 'time') {
    if (isLocal(a.zone) !== isLocal(b.zone)) return undefined;
    return order(nanosecondsOfDay(a), nanosecondsOfDay(b));
  }
  if (a.kind === 'years and months duration' && b.kind === a.kind) return order(a.months, b.months);
  if (a.kind === 'days and time duration' && b.kind === a.kind) return order(a.nanoseconds, b.nanoseconds);
  return undefined;
}

function sign(below: boolean, above: boolean): number {
  if (below) return -1;
  return above ? 1 : 0;
}

function order<T extends number | bigint>(a: T, b: T): number {
  return sign(a < b, a > b);
}

/**
 * FEEL equality: two-valued with null, null between different kinds.
 * (`x = 5` with x null is false, so `not(x = 5)` is true; SQL differs.) @throws feel.tooMuchWork for endless values.
 */
export function equalValues(a: FeelValue, b: FeelValue, walk?: Walk): boolean | null {
  if (a === null || b === null) return a === b;
  if (kindOf(a) !== kindOf(b)) return null;
  if (typeof a === 'boolean') return a === b;
  if (isList(a) && isList(b)) {
    if (a === b) return true;
    if (a.length !== b.length) return false;
    return equalLists(a, b, walk ?? startWalk());
  }
  if (isContext(a) && isContext(b)) return a === b || equalContexts(a, b, walk ?? startWalk());
  if (!isTagged(a) || !isTagged(b)) return compareValues(a, b) === 0;
  if (a.kind === 'range' && b.kind === 'range') {
    return (
      a.operator === b.operator &&
      a.lowIncluded === b.lowIncluded &&
      a.highIncluded === b.highIncluded &&
      a.lowOpen === b.lowOpen &&
      a.highOpen === b.highOpen &&
      equalValues(a.low, b.low, walk ?? startWalk()) === true &&
      equalValues(a.high, b.high, walk ?? startWalk()) === true
    );
  }
  if (a.kind === 'function') return a === b;
  if (a.kind === 'time' && b.kind === 'time') {
    return (
      isLocal(a.zone) === isLocal(b.zone) && wholeSeconds(nanosecondsOfDay(a)) === wholeSeconds(nanosecondsOfDay(b))
    );
  }
  if (a.kind === 'date and time' && b.kind === 'date and time') {
    return isLocal(a.zone) === isLocal(b.zone) && wholeSeconds(nanosecondsOf(a)) === wholeSeconds(nanosecondsOf(b));
  }
  return compareValues(a, b) === 0;
}

/** Times are equal to the second (DMN 1.5, 10.3.2.3.4: their value is a number of seconds); their order is exact. */
function wholeSeconds(nanoseconds: bigint): bigint {
  return nanoseconds / 1_000_000_000n - (nanoseconds % 1_000_000_000n < 0n ? 1n : 0n);
}

function equalLists(a: FeelList, b: FeelList, walk: Walk): boolean {
  enterParts(walk, a.length);
  const equal = a.every((item, index) => equalValues(item, b[index] ?? null, walk) === true);
  leaveParts(walk);
  return equal;
}

function equalContexts(a: FeelContext, b: FeelContext, walk: Walk): boolean {
  if (a.size !== b.size) return false;
  enterParts(walk, a.size);
  let equal = true;
  for (const [key, value] of a) {
    const other = b.get(key);
    equal = other !== undefined && equalValues(value, other, walk) === true;
    if (!equal) break;
  }
  leaveParts(walk);
  return equal;
}
