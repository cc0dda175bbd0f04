import type { Condition, Interval, Quantity, Truth } from './formula.ts';

/** Makers of conditions that keep formulas small: what is decided already does not reach the kernels. */
export const truth = (value: Truth): Condition => ({ kind: 'truth', value });

const isTruth = (condition: Condition, value: Truth): boolean =>
  condition.kind === 'truth' && condition.value === value;

export function all(operands: readonly Condition[]): Condition {
  const flat = operands.flatMap((one) => (one.kind === 'all' ? one.operands : [one]));
  if (flat.some((one) => isTruth(one, false))) return truth(false);
  const rest = merged(flat.filter((one) => !isTruth(one, true)));
  const [only, ...more] = rest;
  if (only === undefined) return truth(true);
  return more.length === 0 ? only : { kind: 'all', operands: rest };
}

export function any(operands: readonly Condition[]): Condition {
  const flat = operands.flatMap((one) => (one.kind === 'any' ? one.operands : [one]));
  if (flat.some((one) => isTruth(one, true))) return truth(true);
  const rest = merged(flat.filter((one) => !isTruth(one, false)));
  const [only, ...more] = rest;
  if (only === undefined) return truth(false);
  return more.length === 0 ? only : { kind: 'any', operands: rest };
}

/** The same condition said twice is said once. */
function merged(operands: readonly Condition[]): Condition[] {
  const seen = new Set<string>();
  return operands.filter((one) => {
    const key = JSON.stringify(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function not(operand: Condition): Condition {
  if (operand.kind === 'truth') return truth(operand.value === null ? null : !operand.value);
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand };
}

/** True where the operand is: pushed down to the leaves, which then have two values. */
export function isTrue(operand: Condition): Condition {
  switch (operand.kind) {
    case 'truth':
      return truth(operand.value === true);
    case 'among':
    case 'within':
    case 'flag':
      return { ...operand, whenNull: operand.whenNull === true };
    case 'all':
      return all(operand.operands.map(isTrue));
    case 'any':
      return any(operand.operands.map(isTrue));
    case 'not':
      return isFalse(operand.operand);
    case 'if':
      return choice(operand.condition, isTrue(operand.consequent), isTrue(operand.alternative));
    case 'isTrue':
    case 'isNull':
      return operand;
    case 'compare':
      return { kind: 'isTrue', operand };
  }
}

/** True where the operand is false; elsewhere false. */
function isFalse(operand: Condition): Condition {
  switch (operand.kind) {
    case 'truth':
      return truth(operand.value === false);
    case 'among':
    case 'within':
    case 'flag':
      return not({ ...operand, whenNull: operand.whenNull !== false });
    case 'all':
      return any(operand.operands.map(isFalse));
    case 'any':
      return all(operand.operands.map(isFalse));
    case 'not':
      return isTrue(operand.operand);
    case 'if':
      return choice(operand.condition, isFalse(operand.consequent), isFalse(operand.alternative));
    case 'isTrue':
    case 'isNull':
      return not(operand);
    case 'compare':
      return { kind: 'isTrue', operand: not(operand) };
  }
}

/** `if condition then consequent else alternative`: what is not true takes the other way. */
export function choice(condition: Condition, consequent: Condition, alternative: Condition): Condition {
  const taken = isTrue(condition);
  if (taken.kind === 'truth') return taken.value === true ? consequent : alternative;
  if (isTruth(consequent, true) && isTruth(alternative, false)) return taken;
  if (isTruth(consequent, false) && isTruth(alternative, true)) return not(taken);
  if (isTruth(alternative, false)) return all([taken, consequent]);
  if (isTruth(consequent, true)) return any([taken, alternative]);
  return { kind: 'if', condition: taken, consequent, alternative };
}

/** True where nothing is known about the condition. */
export const isUnknown = (operand: Condition): Condition => all([not(isTrue(operand)), not(isFalse(operand))]);

export function isNull(operand: Quantity): Condition {
  if (operand.kind === 'constant') return truth(operand.value === null);
  if (operand.kind === 'column') return { kind: 'within', column: operand.column, intervals: [], whenNull: true };
  return { kind: 'isNull', operand };
}

/**
 * Whether a column's value lies in one of the intervals. Empty ones go, those that touch are joined; a condition that holds for every value of
 * the column is decided but for null.
 */
export function within(
  column: string,
  intervals: readonly Interval[],
  whenNull: Truth,
): Condition & { kind: 'within' } {
  const sorted = intervals
    .filter(({ low = -Infinity, high = Infinity }) => low <= high)
    .toSorted((a, b) => (a.low ?? -Infinity) - (b.low ?? -Infinity));
  const joined: Interval[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && (next.low ?? -Infinity) <= (last.high ?? Infinity) + 1) {
      joined[joined.length - 1] = interval(last.low, Math.max(last.high ?? Infinity, next.high ?? Infinity));
    } else joined.push(next);
  }
  return { kind: 'within', column, intervals: joined, whenNull };
}

/** An interval whose infinite ends are left out. */
export function interval(low = -Infinity, high = Infinity): Interval {
  return { ...(low === -Infinity ? {} : { low }), ...(high === Infinity ? {} : { high }) };
}
