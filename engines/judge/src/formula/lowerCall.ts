import { isExact, toNumber, type FeelNode } from '@yiwang/feel';
import { any, isTrue, not } from './conditions.ts';
import { compareTerms } from './lowerComparison.ts';
import type { Quantity } from './formula.ts';
import { conditionOf, quantityOf, refuseNode, safe, type Source } from './lowering.ts';
import { constant, join, quotient, round } from './quantities.ts';
import { isNothing, nothing, type Term, type Terms } from './term.ts';

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
  switch (name) {
    case 'not': {
      const [operand] = argumentsOf(source, node, ['negand']);
      if (operand === undefined) return nothing;
      return { sort: 'condition', condition: not(conditionOf(source, operand, lowerNode(source, operand, terms))) };
    }
    case 'min':
    case 'max':
    case 'sum':
      return lowerFold(source, node, name, spread(source, node, terms, lowerNode));
    case 'abs': {
      const [operand] = argumentsOf(source, node, ['n']);
      const term = operand === undefined ? nothing : lowerNode(source, operand, terms);
      if (isNothing(term)) return nothing;
      const value = quantityOf(source, node, term);
      const negated = safe(source, node, join('subtract', constant(0, value.decimals), value));
      return { sort: 'number', quantity: safe(source, node, join('max', value, negated)) };
    }
    case 'decimal':
      return lowerDecimal(source, node, terms, lowerNode);
    case 'list contains': {
      const [list, element] = argumentsOf(source, node, ['list', 'element']);
      if (list === undefined || element === undefined) return nothing;
      const value = lowerNode(source, element, terms);
      const items = lowerNode(source, list, terms);
      const parts =
        items.sort === 'list'
          ? items.items
          : items.sort === 'constant' && Array.isArray(items.value)
            ? items.value.map((item): Term => ({ sort: 'constant', value: item }))
            : undefined;
      if (parts === undefined) break;
      return {
        sort: 'condition',
        condition: any(parts.map((part) => isTrue(compareTerms(source, node, '=', value, part)))),
      };
    }
    default:
  }
  throw refuseNode(
    source,
    node,
    `对整个名录不支持函数“${name ?? '…'}”`,
    `the function “${name ?? '…'}” is not said over a register`,
  );
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

/** The arguments of min, max and sum: a list, or one after the other. */
function spread(source: Source, node: CallNode, terms: Terms, lowerNode: LowerNode): readonly Term[] {
  const given = (node.positional ?? node.named?.map(({ value }) => value) ?? []).map((part) =>
    lowerNode(source, part, terms),
  );
  const [only, ...more] = given;
  if (only === undefined || more.length > 0) return given;
  if (only.sort === 'list') return only.items;
  if (only.sort === 'constant' && Array.isArray(only.value)) {
    return only.value.map((value) => ({ sort: 'constant', value }));
  }
  return given;
}

function lowerFold(source: Source, node: CallNode, name: 'min' | 'max' | 'sum', items: readonly Term[]): Term {
  if (items.length === 0 || items.some(isNothing)) return nothing;
  const [first, ...rest] = items.map((item) => quantityOf(source, node, item));
  if (first === undefined) return nothing;
  const kind = name === 'sum' ? 'add' : name;
  const quantity = rest.reduce((total, one) => safe(source, node, join(kind, total, one)), first);
  return { sort: 'number', quantity };
}

/** `decimal(x / y, n)` is the one way to divide; `decimal(x, n)` rounds. Half-even, n a constant from 0 to 9. */
function lowerDecimal(source: Source, node: CallNode, terms: Terms, lowerNode: LowerNode): Term {
  const [operand, scale] = argumentsOf(source, node, ['n', 'scale']);
  const places = scale === undefined ? nothing : lowerNode(source, scale, terms);
  const decimals = places.sort === 'constant' && isExact(places.value) ? toNumber(places.value) : Number.NaN;
  if (operand === undefined || !Number.isInteger(decimals) || decimals < 0 || decimals > 9) {
    throw refuseNode(source, node, '小数位数应是 0 到 9 的常数', 'the decimals must be a constant from 0 to 9');
  }
  if (operand.kind === 'arithmetic' && operand.operator === '/') {
    const [left, right] = [operand.left, operand.right].map((part) => lowerNode(source, part, terms));
    if (left === undefined || right === undefined || isNothing(left) || isNothing(right)) return nothing;
    const [a, b] = [quantityOf(source, operand.left, left), quantityOf(source, operand.right, right)];
    return { sort: 'number', quantity: safe(source, node, quotient(a, b, decimals)) };
  }
  const term = lowerNode(source, operand, terms);
  if (isNothing(term)) return nothing;
  return { sort: 'number', quantity: rounded(quantityOf(source, operand, term), decimals) };
}

function rounded(value: Quantity, decimals: number): Quantity {
  return value.decimals > decimals ? round(value, decimals) : value;
}
