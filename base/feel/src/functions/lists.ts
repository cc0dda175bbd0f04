import { spend, type Run } from '../evaluate/run.ts';
import {
  add,
  compareExact,
  divide,
  exactOf,
  findInteger,
  findWhole,
  isExact,
  multiply,
  squareRoot,
  subtract,
  zero,
  one,
  type Exact,
} from '../values/exact.ts';
import { equalWithin } from '../evaluate/equalWithin.ts';
import { compareValues } from '../values/compareValues.ts';
import { isList, isTagged, type FeelFunction, type FeelList, type FeelValue } from '../values/value.ts';
import type { Definition, Definitions } from './builtin.ts';

const asList = (value: FeelValue): FeelList => (isList(value) ? value : [value]);

/** A list, or the items as arguments. */
const spread = (body: (items: FeelList, run: Run) => FeelValue | undefined): Definition => [
  [['list'], ['item…']],
  (values, run) => {
    const [first = null] = values;
    const items = values.length === 1 ? (first === null ? undefined : asList(first)) : values;
    if (items === undefined) return undefined;
    spend(run, items.length);
    return body(items, run);
  },
];

const onList = (
  parameters: readonly string[],
  body: (list: FeelList, rest: readonly FeelValue[], run: Run) => FeelValue | undefined,
): Definition => [
  [['list', ...parameters]],
  ([list = null, ...rest], run) => {
    if (list === null) return undefined;
    const items = asList(list);
    spend(run, items.length);
    return body(items, rest, run);
  },
];

const numbersOf = (items: FeelList): readonly Exact[] | undefined => (items.every(isExact) ? items : undefined);

const same = (run: Run, a: FeelValue, b: FeelValue): boolean => equalWithin(run, a, b) === true;

export const listFunctions: Definitions = {
  min: spread((items) => extreme(items, -1)),
  max: spread((items) => extreme(items, 1)),
  count: onList([], (items) => exactOf(items.length)),
  sum: spread((items) => fold(items, zero, add)),
  product: spread((items) => fold(items, one, multiply)),
  mean: spread((items) => mean(items)),
  median: spread((items) => median(items)),
  stddev: spread((items) => deviation(items)),
  mode: spread((items) => mode(items)),
  all: spread((items) => all(items, false)),
  any: spread((items) => all(items, true)),
  'list contains': onList(['element'], (items, [element = null], run) =>
    items.some((item) => same(run, item, element)),
  ),
  append: onList(['item…'], (items, rest) => [...items, ...rest]),
  concatenate: [
    [['list…']],
    (values, run) => {
      const joined = values.flatMap(asList);
      spend(run, joined.length);
      return joined;
    },
  ],
  union: [[['list…']], (values, run) => distinct(values.flatMap(asList), run)],
  'distinct values': onList([], (items, _, run) => distinct(items, run)),
  flatten: onList([], (items, _, run) => flatten(items, run)),
  reverse: onList([], (items) => items.toReversed()),
  'index of': onList(['match'], (items, [match = null], run) =>
    items.flatMap((item, index) => (same(run, item, match) ? [exactOf(index + 1) ?? null] : [])),
  ),
  sublist: onList(['start position', 'length?'], (items, [start = null, length = null]) =>
    sublist(items, start, length),
  ),
  'insert before': onList(['position', 'newItem'], (items, [position = null, item = null]) => {
    const index = findIndex(items, position);
    return index === undefined ? undefined : items.toSpliced(index, 0, item);
  }),
  remove: onList(['position'], (items, [position = null]) => {
    const index = findIndex(items, position);
    return index === undefined ? undefined : items.toSpliced(index, 1);
  }),
  'list replace': [
    [
      ['list', 'position', 'newItem'],
      ['list', 'match', 'newItem'],
    ],
    ([list = null, at = null, item = null], run) => {
      if (list === null) return undefined;
      const items = asList(list);
      spend(run, items.length);
      return isTagged(at) && at.kind === 'function' ? replaceWhere(items, at, item, run) : replaceAt(items, at, item);
    },
  ],
  sort: onList(['precedes?'], (items, [precedes = null], run) => sort(items, precedes, run)),
};

function extreme(items: FeelList, sign: 1 | -1): FeelValue | undefined {
  const [first, ...rest] = items;
  if (first === undefined) return null;
  let best = first;
  if (compareValues(best, best) === undefined) return undefined;
  for (const item of rest) {
    const order = compareValues(item, best);
    if (order === undefined) return undefined;
    if (order * sign > 0) best = item;
  }
  return best;
}

function fold(items: FeelList, start: Exact, step: (a: Exact, b: Exact) => Exact | undefined): FeelValue | undefined {
  const numbers = numbersOf(items);
  if (numbers === undefined) return undefined;
  if (numbers.length === 0) return null;
  return numbers.reduce<Exact | undefined>(
    (total, item) => (total === undefined ? undefined : step(total, item)),
    start,
  );
}

function mean(items: FeelList): FeelValue | undefined {
  const [total, count] = [fold(items, zero, add), exactOf(items.length)];
  return total !== undefined && isExact(total) && count !== undefined ? divide(total, count) : undefined;
}

function median(items: FeelList): FeelValue | undefined {
  const sorted = numbersOf(items)?.toSorted(compareExact);
  if (sorted === undefined) return undefined;
  if (sorted.length === 0) return null;
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return mean(middle);
}

/** Of a sample: divided by n − 1. */
function deviation(items: FeelList): FeelValue | undefined {
  const numbers = numbersOf(items);
  const centre = mean(items);
  const count = exactOf(items.length - 1);
  if (numbers === undefined || numbers.length < 2 || centre === undefined || !isExact(centre) || count === undefined)
    return undefined;
  const squares = numbers.map((item) => {
    const distance = subtract(item, centre);
    return distance === undefined ? null : (multiply(distance, distance) ?? null);
  });
  const total = fold(squares, zero, add);
  const variance = total !== undefined && isExact(total) ? divide(total, count) : undefined;
  return variance === undefined ? undefined : squareRoot(variance);
}

/** The numbers that occur most often, ascending. */
function mode(items: FeelList): FeelValue | undefined {
  const sorted = numbersOf(items)?.toSorted(compareExact);
  if (sorted === undefined) return undefined;
  const counts = new Map<string, { readonly value: Exact; count: number }>();
  for (const value of sorted) {
    const entry = counts.get(value.toString()) ?? { value, count: 0 };
    entry.count += 1;
    counts.set(value.toString(), entry);
  }
  const most = Math.max(0, ...[...counts.values()].map((entry) => entry.count));
  return [...counts.values()].filter((entry) => entry.count === most).map((entry) => entry.value);
}

function all(items: FeelList, deciding: boolean): boolean | null {
  if (items.some((item) => item === deciding)) return deciding;
  return items.every((item) => item === !deciding) ? !deciding : null;
}

function distinct(items: FeelList, run: Run): FeelList {
  const kept: FeelValue[] = [];
  for (const item of items) {
    spend(run, kept.length + 1);
    if (!kept.some((known) => same(run, known, item))) kept.push(item);
  }
  return kept;
}

function flatten(items: FeelList, run: Run): FeelList {
  spend(run, items.length);
  return items.flatMap((item) => (isList(item) ? flatten(item, run) : [item]));
}

function findIndex(items: FeelList, position: FeelValue): number | undefined {
  const at = isExact(position) ? findWhole(position) : undefined;
  if (at === undefined || at === 0 || Math.abs(at) > items.length) return undefined;
  return at > 0 ? at - 1 : items.length + at;
}

function replaceAt(items: FeelList, position: FeelValue, item: FeelValue): FeelList | undefined {
  const index = findIndex(items, position);
  return index === undefined ? undefined : items.with(index, item);
}

/** Replaces each item for which `match(item, newItem)` is true; null if one answer is no boolean. */
function replaceWhere(items: FeelList, match: FeelFunction, item: FeelValue, run: Run): FeelList | undefined {
  if (match.parameters.length !== 2) return undefined;
  const answers = items.map((old) => match.call([old, item], run));
  if (!answers.every((answer) => typeof answer === 'boolean')) return undefined;
  return items.map((old, index) => (answers[index] === true ? item : old));
}

function sublist(items: FeelList, start: FeelValue, length: FeelValue): FeelList | undefined {
  const index = findIndex(items, start);
  const count = isExact(length) ? findInteger(length) : undefined;
  if (index === undefined) return undefined;
  if (length === null) return items.slice(index);
  return count === undefined || count < 0 || index + count > items.length
    ? undefined
    : items.slice(index, index + count);
}

function sort(items: FeelList, precedes: FeelValue, run: Run): FeelList | undefined {
  if (precedes !== null && !(isTagged(precedes) && precedes.kind === 'function')) return undefined;
  spend(run, items.length * Math.ceil(Math.log2(items.length + 2)));
  if (precedes === null) {
    const [first = null] = items;
    if (items.some((item) => compareValues(item, first) === undefined)) return undefined;
    return items.toSorted((a, b) => compareValues(a, b) ?? 0);
  }
  return items.toSorted((a, b) => {
    if (precedes.call([a, b], run) === true) return -1;
    return precedes.call([b, a], run) === true ? 1 : 0;
  });
}
