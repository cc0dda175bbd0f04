import { add, compareValues, equalValues, evaluate, exactOf, isExact, type FeelValue } from '@yiwang/feel';
import type { DecisionTable } from '../model.ts';
import type { Hit } from './applyTable.ts';
import { nullWith, type Taking } from './taking.ts';

/** The result of one or more hits (DMN 1.5, 8.2.8). `hits` is in table order and not empty. */
export function combine(table: DecisionTable, hits: readonly Hit[], taking: Taking): FeelValue {
  const [first] = hits;
  if (first === undefined) return null;
  switch (table.hitPolicy) {
    case 'UNIQUE':
      return hits.length === 1 ? resultOf(table, first) : several(table, hits, taking);
    case 'FIRST':
      return resultOf(table, first);
    case 'ANY':
      return hits.every((hit) => equalValues([...hit.values], [...first.values]) === true)
        ? resultOf(table, first)
        : several(table, hits, taking);
    case 'PRIORITY':
      return resultOf(table, byPriority(table, hits)[0] ?? first);
    case 'OUTPUT ORDER':
      return byPriority(table, hits).map((hit) => resultOf(table, hit));
    case 'RULE ORDER':
      return hits.map((hit) => resultOf(table, hit));
    case 'COLLECT':
      return aggregate(table, hits, taking);
  }
}

function resultOf(table: DecisionTable, hit: Hit): FeelValue {
  if (table.outputs.length === 1) return hit.values[0] ?? null;
  return new Map(table.outputs.map(({ name }, index) => [name, hit.values[index] ?? null]));
}

function several(table: DecisionTable, hits: readonly Hit[], taking: Taking): null {
  const rows = hits.map((hit) => hit.rule.index);
  return nullWith(
    taking,
    'severalRules',
    `规则 ${rows.join('、')} 同时适用，而表要求唯一`,
    `the rules ${rows.join(', ')} all apply, and the table allows one`,
    table.place,
  );
}

/** By the place of each output among its allowed values, the first output weighing most; ties in table order. */
function byPriority(table: DecisionTable, hits: readonly Hit[]): Hit[] {
  const order = table.outputs.map((output) => output.values.map((value) => evaluate(value, new Map()).value));
  const rank = (hit: Hit, column: number): number => {
    const at = (order[column] ?? []).findIndex((allowed) => equalValues(allowed, hit.values[column] ?? null) === true);
    return at === -1 ? Number.MAX_SAFE_INTEGER : at;
  };
  return hits.toSorted((a, b) => {
    for (const column of order.keys()) {
      const difference = rank(a, column) - rank(b, column);
      if (difference !== 0) return difference;
    }
    return a.rule.index - b.rule.index;
  });
}

function aggregate(table: DecisionTable, hits: readonly Hit[], taking: Taking): FeelValue {
  const values = hits.map((hit) => resultOf(table, hit));
  if (table.aggregation === undefined) return values;
  if (table.aggregation === 'COUNT') return exactOf(values.length) ?? null;
  const [first = null, ...rest] = values;
  const { aggregation } = table;
  const total = rest.reduce<FeelValue>((sum, value) => {
    if (aggregation === 'SUM') return isExact(sum) && isExact(value) ? (add(sum, value) ?? null) : null;
    const order = sum === null ? undefined : compareValues(value, sum);
    if (order === undefined) return null;
    return (aggregation === 'MIN' ? order < 0 : order > 0) ? value : sum;
  }, first);
  if (total !== null) return total;
  return nullWith(
    taking,
    'aggregation',
    `无法对输出求 ${aggregation}`,
    `the outputs have no ${aggregation}`,
    table.place,
  );
}
