import { isExact, toNumber, type FeelNode } from '@yiwang/feel';
import { any, isTrue, not } from './conditions.ts';
import { compareTerms } from './lowerComparison.ts';
import type { Quantity } from './formula.ts';
import { conditionOf, quantityOf, refuseNode, safe, type Source } from './lowering.ts';
import { constant, join, quotient, round, type JoinKind } from './quantities.ts';
import { isNothing, itemsOf, nothing, type Term, type Terms } from './term.ts';

type CallNode = FeelNode & { readonly kind: 'call' };
type LowerNode = (source: Source, node: FeelNode, terms: Terms) => Term;

/** A call of a built-in function that the subset has, of a knowledge model, or of a function written in FEEL. */
export function lowerCall(source: Source, node: CallNode, terms: Terms, lowerNode: LowerNode): Term {
  const name = node.callee.kind === 'name' ? node.callee.name : undefined;
  const own = name === undefined ? lowerNode(source, node.callee, terms) : terms.get(name);
  if (own?.sort === 'function') {
    const values = argumentsOf(source, node, own.parameters).map((part) =>
      part === undefined ? nothing : lowerNode(source, part, terms),
    );
    return own.call(values);
  }
  const builtin = name === undefined ? undefined : builtins[name];
  if (builtin === undefined) {
    throw refuseNode(
      source,
      node,
      `对整个名录不支持函数“${name ?? '…'}”`,
      `the function “${name ?? '…'}” is not said over a register`,
    );
  }
  return builtin({ source, node, lower: (part) => lowerNode(source, part, terms) });
}

interface Call {
  readonly source: Source;
  readonly node: CallNode;
  readonly lower: (part: FeelNode) => Term;
}

const builtins: Readonly<Record<string, (call: Call) => Term>> = {
  not: lowerNot,
  abs: lowerAbs,
  decimal: lowerDecimal,
  'list contains': lowerListContains,
  min: (call) => lowerFold(call, 'min'),
  max: (call) => lowerFold(call, 'max'),
  sum: (call) => lowerFold(call, 'add'),
};

function lowerNot({ source, node, lower }: Call): Term {
  const [operand] = argumentsOf(source, node, ['negand']);
  if (operand === undefined) return nothing;
  return { sort: 'condition', condition: not(conditionOf(source, operand, lower(operand))) };
}

function lowerAbs({ source, node, lower }: Call): Term {
  const [operand] = argumentsOf(source, node, ['n']);
  const term = operand === undefined ? nothing : lower(operand);
  if (isNothing(term)) return nothing;
  const value = quantityOf(source, node, term);
  const negated = safe(source, node, join('subtract', constant(0, value.decimals), value));
  return { sort: 'number', quantity: safe(source, node, join('max', value, negated)) };
}

/** Whether a list that is known item by item holds a value: two-valued. */
function lowerListContains({ source, node, lower }: Call): Term {
  const [list, element] = argumentsOf(source, node, ['list', 'element']);
  if (list === undefined || element === undefined) return nothing;
  const value = lower(element);
  const parts = itemsOf(lower(list));
  if (parts === undefined) {
    throw refuseNode(source, list, '列表应逐项写明', 'the list must be written out item by item');
  }
  const equal = parts.map((part) => isTrue(compareTerms(source, node, '=', value, part)));
  return { sort: 'condition', condition: any(equal) };
}

/** The arguments by the names of the parameters, given by place or by name. */
function argumentsOf(source: Source, node: CallNode, names: readonly string[]): readonly (FeelNode | undefined)[] {
  if (node.named !== undefined) {
    return names.map((name) => node.named?.find((argument) => argument.name === name)?.value);
  }
  const given = node.positional ?? [];
  if (given.length > names.length) throw refuseNode(source, node, '参数过多', 'too many arguments');
  return names.map((_name, index) => given[index]);
}

/** min, max and sum of a list, or of arguments one after the other; a null among them makes the whole null. */
function lowerFold({ source, node, lower }: Call, kind: JoinKind): Term {
  const given = (node.positional ?? node.named?.map(({ value }) => value) ?? []).map(lower);
  const [only, ...more] = given;
  const items = (more.length === 0 && only !== undefined ? itemsOf(only) : undefined) ?? given;
  if (items.length === 0 || items.some(isNothing)) return nothing;
  const [first, ...rest] = items.map((item) => quantityOf(source, node, item));
  if (first === undefined) return nothing;
  const quantity = rest.reduce((total, one) => safe(source, node, join(kind, total, one)), first);
  return { sort: 'number', quantity };
}

/** `decimal(x / y, n)` is the one way to divide; `decimal(x, n)` rounds. Half-even, n a constant from 0 to 9. */
function lowerDecimal({ source, node, lower }: Call): Term {
  const [operand, scale] = argumentsOf(source, node, ['n', 'scale']);
  const places = scale === undefined ? nothing : lower(scale);
  const decimals = places.sort === 'constant' && isExact(places.value) ? toNumber(places.value) : Number.NaN;
  if (operand === undefined || !Number.isInteger(decimals) || decimals < 0 || decimals > 9) {
    throw refuseNode(source, node, '小数位数应是 0 到 9 的常数', 'the decimals must be a constant from 0 to 9');
  }
  if (operand.kind === 'arithmetic' && operand.operator === '/') {
    const [left, right] = [operand.left, operand.right].map(lower);
    if (left === undefined || right === undefined || isNothing(left) || isNothing(right)) return nothing;
    const [a, b] = [quantityOf(source, operand.left, left), quantityOf(source, operand.right, right)];
    return { sort: 'number', quantity: safe(source, node, quotient(a, b, decimals)) };
  }
  const term = lower(operand);
  if (isNothing(term)) return nothing;
  return { sort: 'number', quantity: rounded(quantityOf(source, operand, term), decimals) };
}

function rounded(value: Quantity, decimals: number): Quantity {
  return value.decimals > decimals ? round(value, decimals) : value;
}
