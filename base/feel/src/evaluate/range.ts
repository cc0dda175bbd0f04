import type { RangeNode } from '../tree.ts';
import { compareValues, equalValues } from '../values/compareValues.ts';
import type { FeelRange, FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { nullBecause, type Run, type Scope } from './run.ts';

export function evaluateRange(node: RangeNode, scope: Scope, run: Run): FeelRange | null {
  const low = node.low === undefined ? null : evaluateNode(node.low, scope, run);
  // The operand of `(= 5)` is both ends.
  const high = node.high === undefined ? null : node.high === node.low ? low : evaluateNode(node.high, scope, run);
  const { lowIncluded, highIncluded, operator } = node;
  if (operator !== undefined) {
    return { kind: 'range', operator, low, high: low, lowIncluded, highIncluded, lowOpen: false, highOpen: false };
  }
  const [lowOpen, highOpen] = [node.low === undefined, node.high === undefined];
  if ((!lowOpen && low === null) || (!highOpen && high === null)) {
    return nullBecause(run, node, '区间的端点为空', 'an end of the range is null');
  }
  if (!lowOpen && !highOpen && compareValues(low, high) === undefined) {
    return nullBecause(run, node, '区间两端不可比较', 'the ends of the range can not be compared');
  }
  return { kind: 'range', low, high, lowIncluded, highIncluded, lowOpen, highOpen };
}

/** Null where the value can not be compared with an end. */
export function rangeContains(range: FeelRange, value: FeelValue): boolean | null {
  if (range.operator !== undefined) {
    const equal = equalValues(value, range.low);
    return equal === null || range.operator === '=' ? equal : !equal;
  }
  const low = range.lowOpen ? undefined : compareValues(value, range.low);
  const high = range.highOpen ? undefined : compareValues(value, range.high);
  if ((!range.lowOpen && low === undefined) || (!range.highOpen && high === undefined)) return null;
  const above = low === undefined || low > 0 || (low === 0 && range.lowIncluded);
  const below = high === undefined || high < 0 || (high === 0 && range.highIncluded);
  return above && below;
}
