import type { Arithmetic, ArithmeticOperator, Negation } from '../tree.ts';
import { add, divide, isExact, multiply, negate, power, subtract, type Exact } from '../values/exact.ts';
import { isTagged, kindOf, type FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { nullBecause, maxText, spend, type Run, type Scope } from './run.ts';
import { findTemporalResult } from './temporalArithmetic.ts';

const numeric: Readonly<Record<ArithmeticOperator, (a: Exact, b: Exact) => Exact | undefined>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': power,
};

export function evaluateArithmetic(node: Arithmetic, scope: Scope, run: Run): FeelValue {
  const left = evaluateNode(node.left, scope, run);
  const right = evaluateNode(node.right, scope, run);
  if (isExact(left) && isExact(right)) {
    // A power by a fraction costs as much as thousands of additions.
    if (node.operator === '**') spend(run, 200);
    const result = numeric[node.operator](left, right);
    return (
      result ?? nullBecause(run, node, '结果超出数的范围或除以零', 'the result is out of range, or a division by zero')
    );
  }
  if (node.operator === '+' && typeof left === 'string' && typeof right === 'string') {
    const length = left.length + right.length;
    spend(run, Math.ceil(length / 64));
    return length > maxText ? nullBecause(run, node, '文本过长', 'the text is too long') : left + right;
  }
  if (left !== null && right !== null && (isTagged(left) || isTagged(right))) {
    const result = findTemporalResult(node.operator, left, right);
    if (result !== undefined) return result;
  }
  const kinds = `${kindOf(left)} ${node.operator} ${kindOf(right)}`;
  return nullBecause(run, node, `无法计算 ${kinds}`, `can not compute ${kinds}`);
}

export function evaluateNegation(node: Negation, scope: Scope, run: Run): FeelValue {
  const operand = evaluateNode(node.operand, scope, run);
  if (isExact(operand)) return negate(operand);
  if (isTagged(operand) && operand.kind === 'years and months duration') return { ...operand, months: -operand.months };
  if (isTagged(operand) && operand.kind === 'days and time duration') {
    return { ...operand, nanoseconds: -operand.nanoseconds };
  }
  return nullBecause(run, node, `无法对 ${kindOf(operand)} 取负`, `can not negate ${kindOf(operand)}`);
}
