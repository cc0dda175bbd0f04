import type { RangeNode } from '../tree.ts';
import { compareValues, equalValues } from '../values/compareValues.ts';
import type { FeelRange, FeelValue } from '../values/value.ts';
import type { Code, Compile } from './code.ts';
import { nullBecause } from './run.ts';

export function compileRange(node: RangeNode, compile: Compile): Code {
  const lowOf = node.low === undefined ? undefined : compile(node.low);
  // The operand of `(= 5)` is both ends, and is looked at once.
  const highOf = node.high === undefined || node.high === node.low ? undefined : compile(node.high);
  const { lowIncluded, highIncluded, operator } = node;
  const [lowOpen, highOpen] = [node.low === undefined, node.high === undefined];
  return (scope, run) => {
    const low = lowOf === undefined ? null : lowOf(scope, run);
    if (operator !== undefined) {
      return { kind: 'range', operator, low, high: low, lowIncluded, highIncluded, lowOpen: false, highOpen: false };
    }
    const high = highOf === undefined ? null : highOf(scope, run);
    if ((!lowOpen && low === null) || (!highOpen && high === null)) {
      return nullBecause(run, node, '区间的端点为空', 'an end of the range is null');
    }
    if (!lowOpen && !highOpen && compareValues(low, high) === undefined) {
      return nullBecause(run, node, '区间两端不可比较', 'the ends of the range can not be compared');
    }
    return { kind: 'range', low, high, lowIncluded, highIncluded, lowOpen, highOpen };
  };
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
