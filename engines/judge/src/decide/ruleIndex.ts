import type { Expression, FeelValue } from '@yiwang/feel';
import type { DecisionTable } from '../model.ts';

/** The rules of a table by the text or boolean that one of its columns asks for. */
export interface RuleIndex {
  readonly column: number;
  /** The positions of the rules that may match a value, in table order. */
  readonly candidates: (value: FeelValue) => readonly number[];
}

/** Below it walking through all rules is as fast. */
const minRules = 16;

const known = new WeakMap<DecisionTable, RuleIndex | null>();

/**
 * Found once a table: a lookup of 10,000 rows by a code takes microseconds instead of milliseconds. Undefined where the
 * table is short, or no column has a text or boolean in at least half of its cells.
 */
export function findRuleIndex(table: DecisionTable): RuleIndex | undefined {
  if (table.rules.length < minRules) return undefined;
  const before = known.get(table);
  if (before !== undefined) return before ?? undefined;
  const index = makeIndex(table) ?? null;
  known.set(table, index);
  return index ?? undefined;
}

type Key = string | boolean;

function makeIndex({ inputs, rules }: DecisionTable): RuleIndex | undefined {
  const columns = inputs.map((_, column) => rules.map((rule) => findKeys(rule.conditions[column])));
  const counts = columns.map((cells) => cells.filter((keys) => keys !== undefined).length);
  const most = Math.max(...counts, 0);
  const column = counts.indexOf(most);
  const cells = columns[column];
  if (cells === undefined || most * 2 < rules.length) return undefined;
  /** Rules whose cell says more than texts, and may match any value. */
  const open = cells.flatMap((keys, position) => (keys === undefined ? [position] : []));
  const closed = new Map<Key, number[]>();
  for (const [position, keys] of cells.entries()) {
    for (const key of new Set(keys)) {
      const list = closed.get(key);
      if (list === undefined) closed.set(key, [position]);
      else list.push(position);
    }
  }
  return {
    column,
    candidates: (value) => {
      const own = typeof value === 'string' || typeof value === 'boolean' ? closed.get(value) : undefined;
      if (own === undefined) return open;
      return open.length === 0 ? own : [...own, ...open].toSorted((a, b) => a - b);
    },
  };
}

/** The texts and booleans that a cell lists, and nothing else; undefined where it says anything more. */
function findKeys(condition: Expression | undefined): readonly Key[] | undefined {
  const root = condition?.root;
  if (root?.kind !== 'unaryTests' || root.any || root.negated) return undefined;
  const keys: Key[] = [];
  for (const test of root.tests) {
    if (test.kind !== 'literal' || (typeof test.value !== 'string' && typeof test.value !== 'boolean'))
      return undefined;
    keys.push(test.value);
  }
  return keys;
}
