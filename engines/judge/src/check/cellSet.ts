import { compareValues, equalValues, type Expression, type FeelNode, type FeelValue } from '@yiwang/feel';

/** One value, or all values between two ends; an absent end is open. */
type Part =
  | { readonly kind: 'point'; readonly value: FeelValue }
  | {
      readonly kind: 'interval';
      readonly low?: FeelValue;
      readonly high?: FeelValue;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    };

/** The values that pass a cell, where that can be told from its text alone. */
export type CellSet = 'any' | readonly Part[];

/** Undefined where a cell depends on other names or computes: nothing is claimed about it then. */
export function findCellSet({ root }: Expression): CellSet | undefined {
  if (root.kind !== 'unaryTests' || root.negated) return undefined;
  if (root.any) return 'any';
  const parts = root.tests.map(findPart);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

const literal = (node: FeelNode | undefined): FeelValue | undefined =>
  node?.kind === 'literal' ? node.value : undefined;

function findPart(test: FeelNode): Part | undefined {
  if (test.kind === 'literal') return { kind: 'point', value: test.value };
  if (test.kind === 'compareTest') {
    const value = literal(test.operand);
    if (value === undefined) return undefined;
    const included = test.operator.endsWith('=');
    switch (test.operator) {
      case '=':
        return { kind: 'point', value };
      case '<':
      case '<=':
        return { kind: 'interval', high: value, lowIncluded: false, highIncluded: included };
      case '>':
      case '>=':
        return { kind: 'interval', low: value, lowIncluded: included, highIncluded: false };
      case '!=':
        return undefined;
    }
  }
  if (test.kind !== 'range') return undefined;
  const [low, high] = [literal(test.low), literal(test.high)];
  if (low === undefined || high === undefined) return undefined;
  return { kind: 'interval', low, high, lowIncluded: test.lowIncluded, highIncluded: test.highIncluded };
}

/** Whether every value of `inner` is in `outer`. */
export function covers(outer: CellSet, inner: CellSet): boolean {
  if (outer === 'any') return true;
  if (inner === 'any') return false;
  return inner.every((part) => outer.some((other) => partCovers(other, part)));
}

/** Whether some value may be in both. Intervals that only meet between two values count as apart. */
export function overlaps(a: CellSet, b: CellSet): boolean {
  if (a === 'any' || b === 'any') return true;
  return a.some((part) => b.some((other) => partsOverlap(part, other)));
}

function partCovers(outer: Part, inner: Part): boolean {
  if (outer.kind === 'point') return inner.kind === 'point' && equalValues(outer.value, inner.value) === true;
  const [low, lowIncluded] = inner.kind === 'point' ? [inner.value, true] : [inner.low, inner.lowIncluded];
  const [high, highIncluded] = inner.kind === 'point' ? [inner.value, true] : [inner.high, inner.highIncluded];
  return (
    endCovers(outer.low, outer.lowIncluded, low, lowIncluded, 1) &&
    endCovers(outer.high, outer.highIncluded, high, highIncluded, -1)
  );
}

/** `sign` 1 for the low end, -1 for the high one. */
function endCovers(
  outer: FeelValue | undefined,
  outerIncluded: boolean,
  inner: FeelValue | undefined,
  innerIncluded: boolean,
  sign: 1 | -1,
): boolean {
  if (outer === undefined) return true;
  const order = inner === undefined ? undefined : compareValues(inner, outer);
  if (order === undefined) return false;
  return order * sign > 0 || (order === 0 && (outerIncluded || !innerIncluded));
}

function partsOverlap(a: Part, b: Part): boolean {
  if (a.kind === 'point' || b.kind === 'point') return partCovers(a, b) || partCovers(b, a);
  return reaches(a.low, a.lowIncluded, b.high, b.highIncluded) && reaches(b.low, b.lowIncluded, a.high, a.highIncluded);
}

function reaches(
  low: FeelValue | undefined,
  lowIncluded: boolean,
  high: FeelValue | undefined,
  highIncluded: boolean,
): boolean {
  if (low === undefined || high === undefined) return true;
  const order = compareValues(low, high);
  return order !== undefined && (order < 0 || (order === 0 && lowIncluded && highIncluded));
}
