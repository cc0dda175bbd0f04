import { isExact, isList, type FeelNode, type FeelValue } from '@yiwang/feel';
import {
  all,
  any,
  choice as conditionChoice,
  interval,
  isNull,
  isTrue,
  isUnknown,
  not,
  truth,
  within,
} from './conditions.ts';
import type { Choice, Condition, ConditionOperator, Interval, Quantity } from './formula.ts';
import { aligned } from './quantities.ts';
import { conditionOf, constantQuantity, dayOf, refuseNode, safe, type Source } from './lowering.ts';
import type { Term } from './term.ts';

const turned: Readonly<Record<ConditionOperator, ConditionOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** Compares as FEEL does: equality knows null and is never unknown; an order with null is unknown. */
export function compareTerms(
  source: Source,
  node: FeelNode,
  operator: ConditionOperator,
  left: Term,
  right: Term,
): Condition {
  if (left.sort === 'constant' && right.sort !== 'constant') {
    return compareTerms(source, node, turned[operator], right, left);
  }
  if (right.sort === 'constant' && right.value === null) {
    if (operator !== '=' && operator !== '!=') return truth(null);
    const unknown = unknownOf(left);
    return operator === '=' ? unknown : not(unknown);
  }
  switch (left.sort) {
    case 'number':
      return compareQuantities(source, node, operator, left.quantity, numberOf(source, node, right));
    case 'date':
      return compareQuantities(source, node, operator, left.quantity, dateOf(source, node, right));
    case 'condition':
      return compareConditions(source, node, operator, left.condition, right);
    case 'text':
      return compareTexts(source, node, operator, left.choice, right);
    case 'constant':
    case 'row':
    case 'context':
    case 'list':
    case 'function':
      throw refuseNode(source, node, '无法比较这样的值', 'such values can not be compared');
  }
}

/** Whether a term is null. */
export function unknownOf(term: Term): Condition {
  switch (term.sort) {
    case 'constant':
      return truth(term.value === null);
    case 'number':
    case 'date':
      return isNull(term.quantity);
    case 'condition':
      return isUnknown(term.condition);
    case 'text':
      return textEquals(term.choice, null);
    case 'context':
    case 'list':
    case 'row':
    case 'function':
      return truth(false);
  }
}

function numberOf(source: Source, node: FeelNode, term: Term): Quantity {
  if (term.sort === 'number') return term.quantity;
  if (term.sort === 'constant' && isExact(term.value)) return constantQuantity(source, node, term.value);
  throw mismatch(source, node);
}

export function dateOf(source: Source, node: FeelNode, term: Term): Quantity {
  if (term.sort === 'date') return term.quantity;
  const day = term.sort === 'constant' ? dayOfValue(term.value) : undefined;
  if (day === undefined) throw mismatch(source, node);
  return { kind: 'constant', value: day, decimals: 0, min: day, max: day };
}

export function dayOfValue(value: FeelValue): number | undefined {
  if (value === null || typeof value !== 'object' || !('kind' in value) || value.kind !== 'date') return undefined;
  return dayOf(value.plain);
}

const mismatch = (source: Source, node: FeelNode) =>
  refuseNode(
    source,
    node,
    '两边的类型不同',
    'the two sides have different types',
    '请核对两边的类型。',
    'Check the types.',
  );

/** A column against a constant becomes intervals of the column; anything else stays a comparison. */
export function compareQuantities(
  source: Source,
  node: FeelNode,
  operator: ConditionOperator,
  left: Quantity,
  right: Quantity,
): Condition {
  if (left.kind === 'constant' && right.kind !== 'constant') {
    return compareQuantities(source, node, turned[operator], right, left);
  }
  if (right.kind === 'constant' && right.value !== null && left.kind === 'column') {
    return columnAgainst(operator, left, { value: right.value, decimals: right.decimals });
  }
  const [a, b] = safe(source, node, aligned(left, right));
  return { kind: 'compare', operator, left: a, right: b };
}

/** `column >= 12.345` of a column with one decimal is `column >= 12.4`: the bound moves to the next value that the column can hold. */
function columnAgainst(
  operator: ConditionOperator,
  column: Quantity & { readonly kind: 'column' },
  constant: { readonly value: number; readonly decimals: number },
): Condition {
  const { floor, ceiling } = scaledTo(constant, column.decimals);
  const isExactly = floor === ceiling;
  const at = (intervals: readonly Interval[], whenNull: boolean | null): Condition =>
    within(column.column, intervals, whenNull);
  switch (operator) {
    case '=':
      return at(isExactly ? [interval(floor, floor)] : [], false);
    case '!=':
      return not(at(isExactly ? [interval(floor, floor)] : [], false));
    case '<':
      return at([interval(undefined, isExactly ? floor - 1 : floor)], null);
    case '<=':
      return at([interval(undefined, floor)], null);
    case '>':
      return at([interval(isExactly ? ceiling + 1 : ceiling)], null);
    case '>=':
      return at([interval(ceiling)], null);
  }
}

function scaledTo(
  { value, decimals }: { readonly value: number; readonly decimals: number },
  to: number,
): { readonly floor: number; readonly ceiling: number } {
  if (to >= decimals) {
    const scaled = value * 10 ** (to - decimals);
    return { floor: scaled, ceiling: scaled };
  }
  const factor = 10 ** (decimals - to);
  return { floor: Math.floor(value / factor), ceiling: Math.ceil(value / factor) };
}

function compareConditions(
  source: Source,
  node: FeelNode,
  operator: ConditionOperator,
  left: Condition,
  right: Term,
): Condition {
  if (operator !== '=' && operator !== '!=') throw mismatch(source, node);
  if (right.sort === 'constant' && typeof right.value !== 'boolean') throw mismatch(source, node);
  const other = conditionOf(source, node, right);
  const equal = any([
    all([isTrue(left), isTrue(other)]),
    all([isTrue(not(left)), isTrue(not(other))]),
    all([isUnknown(left), isUnknown(other)]),
  ]);
  return operator === '=' ? equal : not(equal);
}

function compareTexts(
  source: Source,
  node: FeelNode,
  operator: ConditionOperator,
  left: Choice,
  right: Term,
): Condition {
  if (operator !== '=' && operator !== '!=') {
    throw refuseNode(
      source,
      node,
      '不能比较文本的先后',
      'texts can not be put in order',
      '请列出各值。',
      'List the values.',
    );
  }
  const equal = equalTexts(source, node, left, right);
  return operator === '=' ? equal : not(equal);
}

function equalTexts(source: Source, node: FeelNode, left: Choice, right: Term): Condition {
  if (right.sort === 'text') {
    if (right.choice.kind === 'chooseText') {
      const { condition, consequent, alternative } = right.choice;
      return conditionChoice(
        condition,
        equalTexts(source, node, left, { sort: 'text', choice: consequent }),
        equalTexts(source, node, left, { sort: 'text', choice: alternative }),
      );
    }
    if (right.choice.kind === 'text') return textEquals(left, right.choice.value);
    if (left.kind === 'text') return textEquals(right.choice, left.value);
    throw refuseNode(
      source,
      node,
      '不能比较两个文本列',
      'two columns of text can not be compared',
      '请与列出的值比较。',
      'Compare with listed values.',
    );
  }
  if (right.sort !== 'constant' || typeof right.value !== 'string') throw mismatch(source, node);
  return textEquals(left, right.value);
}

/** Two-valued; null equals only null. */
export function textEquals(choice: Choice, value: string | null): Condition {
  switch (choice.kind) {
    case 'text':
      return truth(choice.value === value);
    case 'textColumn':
      return value === null
        ? { kind: 'among', column: choice.column, values: [], whenNull: true }
        : { kind: 'among', column: choice.column, values: [value], whenNull: false };
    case 'chooseText':
      return conditionChoice(
        choice.condition,
        textEquals(choice.consequent, value),
        textEquals(choice.alternative, value),
      );
  }
}

/** Whether a term equals a value or is in a list of them, as a test of a cell asks: two-valued. */
export function matchesValue(source: Source, node: FeelNode, tested: Term, value: FeelValue): Condition {
  if (isList(value)) {
    const texts = value.filter((one) => typeof one === 'string');
    if (texts.length === value.length && tested.sort === 'text' && tested.choice.kind === 'textColumn') {
      return { kind: 'among', column: tested.choice.column, values: [...new Set(texts)], whenNull: false };
    }
    return any(value.map((one) => isTrue(matchesValue(source, node, tested, one))));
  }
  return compareTerms(source, node, '=', tested, { sort: 'constant', value });
}
