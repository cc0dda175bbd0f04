import type { Between, Comparison, ComparisonOperator, FeelNode } from '../tree.ts';
import { compareValues } from '../values/compareValues.ts';
import { kindOf, type FeelValue } from '../values/value.ts';
import { compareExact, isExact } from '../values/exact.ts';
import type { Code, Compile } from './code.ts';
import { equalWithin, spendText } from './equalWithin.ts';
import { nullBecause, type Run } from './run.ts';

export function compileComparison(node: Comparison, compile: Compile): Code {
  const { operator } = node;
  const [leftOf, rightOf] = [compile(node.left), compile(node.right)];
  return (scope, run) => compareBy(operator, leftOf(scope, run), rightOf(scope, run), node, run);
}

/** Equality knows null; an order with null or between unlike kinds is null. */
export function compareBy(
  operator: ComparisonOperator,
  left: FeelValue,
  right: FeelValue,
  node: FeelNode,
  run: Run,
): boolean | null {
  if (isExact(left) && isExact(right)) return holds(operator, compareExact(left, right));
  if (operator === '=' || operator === '!=') {
    const equal = equalWithin(run, left, right);
    if (equal === null) return unlike(left, right, node, run);
    return operator === '=' ? equal : !equal;
  }
  if (typeof left === 'string') spendText(run, left);
  const order = compareValues(left, right);
  if (order === undefined) return unlike(left, right, node, run);
  return holds(operator, order);
}

function holds(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function unlike(left: FeelValue, right: FeelValue, node: FeelNode, run: Run): null {
  const [a, b] = [kindOf(left), kindOf(right)];
  return nullBecause(run, node, `无法比较 ${a} 与 ${b}`, `can not compare ${a} with ${b}`);
}

export function compileBetween(node: Between, compile: Compile): Code {
  const [valueOf, lowOf, highOf] = [compile(node.value), compile(node.low), compile(node.high)];
  return (scope, run) => {
    const value = valueOf(scope, run);
    const above = compareBy('>=', value, lowOf(scope, run), node, run);
    const below = compareBy('<=', value, highOf(scope, run), node, run);
    if (above === null || below === null) return null;
    return above && below;
  };
}
