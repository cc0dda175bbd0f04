import {
  evaluateWithin,
  exactText,
  isExact,
  placeOf,
  startRun,
  type Expression,
  type FeelNode,
  type FeelValue,
  type Place,
} from '@yiwang/feel';
import type { Fault } from '@yiwang/faults';
import { faults } from '../faults.ts';
import type { Register, RegisterColumn } from '../register/register.ts';
import type { Condition, Quantity } from './formula.ts';
import { constant, exactConstant, isOverflow, type Overflow } from './quantities.ts';
import type { Term, Terms } from './term.ts';

/** One lowering: the register whose columns the rows have, and how much of the model was gone through. */
export interface Lowering {
  readonly register: Register;
  readonly columns: ReadonlyMap<string, RegisterColumn>;
  steps: number;
}

/** An expression in work, so that what can't be said is refused with its place. */
export interface Source {
  readonly expression: Expression;
  readonly lowering: Lowering;
}

/** Nodes and rules that one decision may take: an unrolled loop in an unrolled loop is caught here. */
const mostSteps = 200_000;

export function spendStep(lowering: Lowering, place: Place): void {
  lowering.steps += 1;
  if (lowering.steps > mostSteps) throw refusal(place, '决策展开后过大', 'the decision unrolls to too much');
}

/** @returns judge.notColumnar at a place */
export function refusal(place: Place, zh: string, en: string, helpZh = '', helpEn = ''): Fault {
  return faults.notColumnar({
    ...place,
    whatZh: zh,
    what: en,
    helpZh: helpZh === '' ? '请改用比较、集合、区间、加减乘、min、max 或 decimal(x / y, n)。' : helpZh,
    help: helpEn === '' ? 'Say it by comparisons, sets, ranges, + - ×, min, max or decimal(x / y, n).' : helpEn,
  });
}

export function refuseNode(source: Source, node: FeelNode, zh: string, en: string, helpZh = '', helpEn = ''): Fault {
  return refusal(placeOf(source.expression, node), zh, en, helpZh, helpEn);
}

/** @throws judge.notColumnar where the number could leave the safe integers */
export function safe<T>(source: Source, node: FeelNode, quantity: T | Overflow): T {
  if (!isOverflow(quantity)) return quantity;
  throw refuseNode(
    source,
    node,
    `结果可能达到 ${quantity.reach}，超出可精确表示的整数`,
    `the result could reach ${quantity.reach}, past the exact integers`,
    '请减小该列的上下限或小数位数，或先取整。',
    'Narrow the bounds or the decimals of the columns, or round first.',
  );
}

/** Evaluates a node whose names all stand for constants. */
export function fold(source: Source, node: FeelNode, terms: Terms): FeelValue {
  const values = new Map<string, FeelValue>();
  for (const [name, term] of terms) if (term.sort === 'constant') values.set(name, term.value);
  return evaluateWithin({ ...source.expression, root: node }, { values, outer: undefined }, startRun());
}

/** A number that FEEL knows exactly, as a scaled integer. */
export function constantQuantity(source: Source, node: FeelNode, value: FeelValue): Quantity {
  if (value === null) return constant(null, 0);
  if (!isExact(value)) throw refuseNode(source, node, '此处应为数', 'a number is needed here');
  const quantity = exactConstant(value);
  if (quantity === undefined) {
    const text = exactText(value);
    throw refuseNode(source, node, `常数 ${text} 位数过多`, `the constant ${text} has too many digits`);
  }
  return quantity;
}

const epoch = Temporal.PlainDate.from('1970-01-01');

export const dayOf = (date: Temporal.PlainDate): number => date.since(epoch, { largestUnit: 'days' }).days;

export function conditionOf(source: Source, node: FeelNode, term: Term): Condition {
  if (term.sort === 'condition') return term.condition;
  if (term.sort === 'constant') {
    return { kind: 'truth', value: typeof term.value === 'boolean' ? term.value : null };
  }
  throw refuseNode(source, node, '此处应为是或否', 'a condition is needed here');
}

export function quantityOf(source: Source, node: FeelNode, term: Term): Quantity {
  if (term.sort === 'number') return term.quantity;
  if (term.sort === 'constant') return constantQuantity(source, node, term.value);
  throw refuseNode(source, node, '此处应为数', 'a number is needed here');
}
