import { compareValues } from '../values/compareValues.ts';
import { isTagged, type FeelRange, type FeelValue } from '../values/value.ts';
import type { Definition, Definitions } from './builtin.ts';

/** A point is the range that holds only it. */
interface Span {
  readonly low: FeelValue;
  readonly high: FeelValue;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
  readonly point: boolean;
}

type Sort = 'point' | 'range';
type Relation = (a: Span, b: Span) => boolean | undefined;

/** Below, equal, above; the relation is undefined where the two have no order. */
const order = (a: FeelValue, b: FeelValue): number => compareValues(a, b) ?? NaN;

const spanOf = (value: FeelValue): Span | undefined => {
  if (!isTagged(value) || value.kind !== 'range') {
    return compareValues(value, value) === undefined
      ? undefined
      : { low: value, high: value, lowIncluded: true, highIncluded: true, point: true };
  }
  return isBounded(value) ? { ...value, point: false } : undefined;
};

function isBounded(range: FeelRange): boolean {
  return !range.lowOpen && !range.highOpen && range.operator === undefined;
}

const before: Relation = (a, b) => {
  const gap = order(a.high, b.low);
  return gap < 0 || (gap === 0 && !(a.highIncluded && b.lowIncluded));
};

const meets: Relation = (a, b) => order(a.high, b.low) === 0 && a.highIncluded && b.lowIncluded;

const startsNoEarlier = (inner: Span, outer: Span): boolean => {
  const at = order(outer.low, inner.low);
  return at < 0 || (at === 0 && (outer.lowIncluded || !inner.lowIncluded));
};
const endsNoLater = (inner: Span, outer: Span): boolean => {
  const at = order(outer.high, inner.high);
  return at > 0 || (at === 0 && (outer.highIncluded || !inner.highIncluded));
};
const includes: Relation = (a, b) => startsNoEarlier(b, a) && endsNoLater(b, a);

const sameStart = (a: Span, b: Span): boolean => order(a.low, b.low) === 0 && a.lowIncluded === b.lowIncluded;
const sameEnd = (a: Span, b: Span): boolean => order(a.high, b.high) === 0 && a.highIncluded === b.highIncluded;

const finishes: Relation = (a, b) =>
  a.point ? b.highIncluded && order(a.low, b.high) === 0 : sameEnd(a, b) && startsNoEarlier(a, b);
const starts: Relation = (a, b) =>
  a.point ? b.lowIncluded && order(a.low, b.low) === 0 : sameStart(a, b) && endsNoLater(a, b);

const reaches = (a: Span, b: Span): boolean => {
  const at = order(a.high, b.low);
  return at > 0 || (at === 0 && a.highIncluded && b.lowIncluded);
};
const overlaps: Relation = (a, b) => reaches(a, b) && reaches(b, a);
const overlapsBefore: Relation = (a, b) => {
  const start = order(a.low, b.low);
  const end = order(a.high, b.high);
  const startsFirst = start < 0 || (start === 0 && a.lowIncluded && !b.lowIncluded);
  const endsFirst = end < 0 || (end === 0 && (!a.highIncluded || b.highIncluded));
  return startsFirst && reaches(a, b) && endsFirst;
};
const coincides: Relation = (a, b) => sameStart(a, b) && sameEnd(a, b);

const turned =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a);

/** The sorts of operands that a relation is defined for, each pair with the names of its parameters (DMN 1.5, table 78). */
const names: Readonly<Record<string, readonly [string, string]>> = {
  'point point': ['point1', 'point2'],
  'point range': ['point', 'range'],
  'range point': ['range', 'point'],
  'range range': ['range1', 'range2'],
};

function between(relation: Relation, ...pairs: readonly (readonly [Sort, Sort])[]): Definition {
  const sorts = pairs.map((pair) => pair.join(' '));
  return [
    sorts.map((sort) => names[sort] ?? []),
    ([first = null, second = null]) => {
      const [a, b] = [spanOf(first), spanOf(second)];
      if (a === undefined || b === undefined || compareValues(a.low, b.low) === undefined) return undefined;
      if (!sorts.includes(`${a.point ? 'point' : 'range'} ${b.point ? 'point' : 'range'}`)) return undefined;
      return relation(a, b);
    },
  ];
}

const [pp, pr, rp, rr] = [
  ['point', 'point'],
  ['point', 'range'],
  ['range', 'point'],
  ['range', 'range'],
] as const;

/** Allen's relations of points and ranges. */
export const intervalFunctions: Definitions = {
  before: between(before, pp, pr, rp, rr),
  after: between(turned(before), pp, pr, rp, rr),
  meets: between(meets, rr),
  'met by': between(turned(meets), rr),
  overlaps: between(overlaps, rr),
  'overlaps before': between(overlapsBefore, rr),
  'overlaps after': between(turned(overlapsBefore), rr),
  finishes: between(finishes, pr, rr),
  'finished by': between(turned(finishes), rp, rr),
  includes: between(includes, rp, rr),
  during: between(turned(includes), pr, rr),
  starts: between(starts, pr, rr),
  'started by': between(turned(starts), rp, rr),
  coincides: between(coincides, pp, rr),
};
