import type { Between, Comparison, ComparisonOperator, FeelNode } from '../tree.ts';
import { compareValues, equalValues } from '../values/compareValues.ts';
import { kindOf, type FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { nullBecause, type Run, type Scope } from './run.ts';

export function evaluateComparison(node: Comparison, scope: Scope, run: Run): FeelValue {
  const left = evaluateNode(node.left, scope, run);
  return compareBy(node.operator, left, evaluateNode(node.right, scope, run), node, run);
}

/** Equality knows null; an order with null or between unlike kinds is null. */
export function compareBy(
  operator: ComparisonOperator,
  left: FeelValue,
  right: FeelValue,
  node: FeelNode,
  run: Run,
): boolean | null {
  if (operator === '=' || operator === '!=') {
    const equal = equalValues(left, right);
    if (equal === null) return unlike(left, right, node, run);
    return operator === '=' ? equal : !equal;
  }
  const order = compareValues(left, right);
  if (order === undefined) return unlike(left, right, node, run);
  switch (operator) {
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

export function evaluateBetween(node: Between, scope: Scope, run: Run): FeelValue {
  const value = evaluateNode(node.value, scope, run);
  const above = compareBy('>=', value, evaluateNode(node.low, scope, run), node, run);
  const below = compareBy('<=', value, evaluateNode(node.high, scope, run), node, run);
  if (above === null || below === null) return null;
  return above && below;
}
