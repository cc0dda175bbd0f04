import type { Filter } from '../tree.ts';
import { findInteger, isExact } from '../values/exact.ts';
import { isContext, isList, type FeelList, type FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { nullBecause, within, type Run, type Scope } from './run.ts';

/** `list[2]` and `list[-1]` pick an item (from 1; from the end); `list[condition]` keeps the items for which it is true. */
export function evaluateFilter(node: Filter, scope: Scope, run: Run): FeelValue {
  const source = evaluateNode(node.source, scope, run);
  const items: FeelList = isList(source) ? source : source === null ? [] : [source];
  if (node.condition.kind === 'literal' || node.condition.kind === 'negation') {
    const position = evaluateNode(node.condition, scope, run);
    if (isExact(position)) return pick(items, position, node, run);
  }
  const kept: FeelValue[] = [];
  for (const item of items) {
    const names = new Map<string, FeelValue>(isContext(item) ? item : []);
    if (!names.has('item')) names.set('item', item);
    const value = evaluateNode(node.condition, within(scope, names), run);
    // A number that depends on names is a position too, the same for every item.
    if (isExact(value)) return pick(items, value, node, run);
    if (value === true) kept.push(item);
  }
  return kept;
}

function pick(items: FeelList, position: Parameters<typeof findInteger>[0], node: Filter, run: Run): FeelValue {
  const index = findInteger(position);
  const value = index === undefined || index === 0 ? undefined : items.at(index > 0 ? index - 1 : index);
  if (value !== undefined) return value;
  return nullBecause(run, node, '列表中没有该位置', 'the list has no such position');
}
