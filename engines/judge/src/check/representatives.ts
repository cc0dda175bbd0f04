import {
  add,
  compareValues,
  divide,
  equalValues,
  evaluate,
  exactOf,
  feelText,
  isExact,
  subtract,
  type Expression,
  type FeelNode,
  type FeelValue,
} from '@yiwang/feel';
import type { TableInput } from '../model.ts';

/** Values of one column of a table such that every other value passes the same cells as one of them. */
export interface Representative {
  readonly value: FeelValue;
  /** How it is told: `480`, `"C"`, 其他 (another), 未提供 (not given). */
  readonly text: { readonly zh: string; readonly en: string };
  /** What a rule may well leave out: nothing given, or a text that nobody declared. */
  readonly unusual: boolean;
}

/**
 * The values that a column's cells ask about, and those between and around them.
 * @param declared all texts that may stand there, where that is known
 * @returns undefined where a cell asks about anything but the column's value
 */
export function findRepresentatives(
  input: TableInput,
  cells: readonly Expression[],
  declared: readonly string[] | undefined,
): readonly Representative[] | undefined {
  if (!cells.every(({ root }) => isAboutValue(root))) return undefined;
  const asked = cells.flatMap((cell) => literalsIn(cell.root, cell));
  const values = distinct(asked);
  const told = (value: FeelValue): Representative => {
    const text = feelText(value);
    return { value, text: { zh: text, en: text }, unusual: false };
  };
  const missing: Representative = { value: null, text: { zh: '未提供', en: 'not given' }, unusual: true };
  const [first] = values;
  if (input.type === 'boolean' || typeof first === 'boolean') return [told(true), told(false), missing];
  if (declared !== undefined) return [...declared.map(told), missing];
  if (typeof first === 'string') {
    const other = { value: `${values.map(String).join('')}?`, text: { zh: '其他', en: 'another' }, unusual: true };
    return [...values.map(told), other, missing];
  }
  if (isExact(first)) return [...aroundNumbers(values).map(told), missing];
  if (first !== undefined && first !== null && typeof first === 'object' && 'kind' in first && first.kind === 'date') {
    return [...aroundDates(values).map(told), missing];
  }
  return values.length === 0 ? [{ value: null, text: { zh: '任何值', en: 'anything' }, unusual: false }] : undefined;
}

/** No name but those of built-in functions: `?`, literals, and what is computed of them. */
function isAboutValue(part: unknown): boolean {
  if (Array.isArray(part)) return part.every(isAboutValue);
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return true;
  if ('kind' in part && part.kind === 'call' && 'callee' in part) {
    const { callee: _callee, ...rest } = part;
    return Object.values(rest).every(isAboutValue);
  }
  if ('kind' in part && part.kind === 'name' && 'from' in part) return false;
  return Object.values(part).every(isAboutValue);
}

/** Constants of a cell: literals, and calls such as `date("2031-01-01")`. */
function literalsIn(node: FeelNode, cell: Expression): FeelValue[] {
  if (node.kind === 'literal') return [node.value];
  if (node.kind === 'call' || node.kind === 'negation') return [evaluate({ ...cell, root: node }, new Map()).value];
  return Object.values(node).flatMap((part: unknown) => inside(part).flatMap((inner) => literalsIn(inner, cell)));
}

function inside(part: unknown): FeelNode[] {
  if (Array.isArray(part)) return part.flatMap(inside);
  return typeof part === 'object' && part !== null && 'kind' in part && 'from' in part ? [part as FeelNode] : [];
}

function distinct(values: readonly FeelValue[]): FeelValue[] {
  const found: FeelValue[] = [];
  for (const value of values) {
    if (value !== null && !found.some((one) => equalValues(one, value) === true)) found.push(value);
  }
  return found.toSorted((a, b) => compareValues(a, b) ?? 0);
}

function aroundNumbers(values: readonly FeelValue[]): FeelValue[] {
  const numbers = values.filter(isExact);
  const [one, two] = [exactOf(1), exactOf(2)];
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (one === undefined || two === undefined || first === undefined || last === undefined) return [];
  const between = numbers.flatMap((number, index) => {
    const next = numbers[index + 1];
    const sum = next === undefined ? undefined : add(number, next);
    const middle = sum === undefined ? undefined : divide(sum, two);
    return middle === undefined ? [] : [middle];
  });
  return [subtract(first, one) ?? first, ...numbers, ...between, add(last, one) ?? last];
}

function aroundDates(values: readonly FeelValue[]): FeelValue[] {
  return values.flatMap((value) => {
    if (value === null || typeof value !== 'object' || !('kind' in value) || value.kind !== 'date') return [];
    return [-1, 0, 1].map((days): FeelValue => ({ ...value, plain: value.plain.add({ days }) }));
  });
}
