import type { Arithmetic, ArithmeticOperator, Negation } from '../tree.ts';
import { add, divide, isExact, multiply, negate, power, subtract, type Exact } from '../values/exact.ts';
import { isTagged, kindOf, type FeelValue } from '../values/value.ts';
import type { Code, Compile } from './code.ts';
import { nullBecause, maxText, spend, type Run } from './run.ts';
import { findTemporalResult } from './temporalArithmetic.ts';

const numeric: Readonly<Record<ArithmeticOperator, (a: Exact, b: Exact) => Exact | undefined>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': power,
};

export function compileArithmetic(node: Arithmetic, compile: Compile): Code {
  const { operator } = node;
  const [leftOf, rightOf, compute] = [compile(node.left), compile(node.right), numeric[operator]];
  return (scope, run) => {
    const left = leftOf(scope, run);
    const right = rightOf(scope, run);
    if (!isExact(left) || !isExact(right)) return ofOthers(node, left, right, run);
    // A power by a fraction costs as much as thousands of additions.
    if (operator === '**') spend(run, 200);
    return (
      compute(left, right) ??
      nullBecause(run, node, '结果超出数的范围或除以零', 'the result is out of range, or a division by zero')
    );
  };
}

function ofOthers(node: Arithmetic, left: FeelValue, right: FeelValue, run: Run): FeelValue {
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

export function compileNegation(node: Negation, compile: Compile): Code {
  const operandOf = compile(node.operand);
  return (scope, run) => {
    const operand = operandOf(scope, run);
    if (isExact(operand)) return negate(operand);
    if (isTagged(operand) && operand.kind === 'years and months duration') {
      return { ...operand, months: -operand.months };
    }
    if (isTagged(operand) && operand.kind === 'days and time duration') {
      return { ...operand, nanoseconds: -operand.nanoseconds };
    }
    return nullBecause(run, node, `无法对 ${kindOf(operand)} 取负`, `can not negate ${kindOf(operand)}`);
  };
}
