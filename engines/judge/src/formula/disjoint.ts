import type { Condition, Interval } from './formula.ts';

/** Whether two conditions surely never hold for the same row: some column would need two values at once. */
export function disjoint(a: Condition, b: Condition): boolean {
  const [left, right] = [leavesOf(a), leavesOf(b)];
  return left.some((one) => right.some((other) => apart(one, other)));
}

/** What must hold for the whole to hold. */
function leavesOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.operands : [condition];
}

function apart(a: Condition, b: Condition): boolean {
  if (a.kind === 'truth') return a.value !== true;
  if (a.kind === 'not' && b.kind !== 'not') return apart(b, a);
  if (b.kind === 'not') return a.kind !== 'not' && implies(a, b.operand);
  if (a.kind === 'within' && b.kind === 'within' && a.column === b.column) {
    if (a.whenNull === true && b.whenNull === true) return false;
    return !a.intervals.some((one) => b.intervals.some((other) => touch(one, other)));
  }
  if (a.kind === 'among' && b.kind === 'among' && a.column === b.column) {
    if (a.whenNull === true && b.whenNull === true) return false;
    return !a.values.some((value) => b.values.includes(value));
  }
  return false;
}

/** Whether the second holds wherever the first does; said only of two leaves that are told apart by their column alone. */
function implies(a: Condition, b: Condition): boolean {
  if (a.kind === 'flag' && b.kind === 'flag' && a.column === b.column) {
    return a.whenNull !== true || b.whenNull === true;
  }
  if (a.kind === 'among' && b.kind === 'among' && a.column === b.column) {
    return (a.whenNull !== true || b.whenNull === true) && a.values.every((value) => b.values.includes(value));
  }
  if (a.kind === 'within' && b.kind === 'within' && a.column === b.column) {
    return (
      (a.whenNull !== true || b.whenNull === true) &&
      a.intervals.every((one) => b.intervals.some((other) => inside(one, other)))
    );
  }
  return false;
}

const ends = ({ low = -Infinity, high = Infinity }: Interval) => ({ low, high });

function touch(a: Interval, b: Interval): boolean {
  const [one, other] = [ends(a), ends(b)];
  return one.low <= other.high && other.low <= one.high;
}

function inside(a: Interval, b: Interval): boolean {
  const [one, other] = [ends(a), ends(b)];
  return other.low <= one.low && one.high <= other.high;
}
