import type { Filter } from '../tree.ts';
import { findInteger, isExact, type Exact } from '../values/exact.ts';
import { isContext, isList, type FeelList, type FeelValue } from '../values/value.ts';
import { extentOf, type Code, type Compile } from './code.ts';
import { binding, nullBecause, spend, within, type Run } from './run.ts';

/** `list[2]` and `list[-1]` pick an item (from 1; from the end); `list[condition]` keeps the items for which it is true. */
export function compileFilter(node: Filter, compile: Compile): Code {
  const [sourceOf, condition] = [compile(node.source), compile(node.condition)];
  const alone = node.condition.kind === 'literal' || node.condition.kind === 'negation';
  const { size } = extentOf(node.condition);
  return (scope, run) => {
    const source = sourceOf(scope, run);
    const items: FeelList = isList(source) ? source : source === null ? [] : [source];
    if (alone) {
      const position = condition(scope, run);
      if (isExact(position)) return pick(items, position, node, run);
    }
    const kept: FeelValue[] = [];
    for (const item of items) {
      spend(run, size);
      // The fields of an item are nearer than `item`, and `item` than what is around.
      const self = binding(scope, 'item', item);
      const value = condition(isContext(item) ? within(self, item) : self, run);
      // A number that depends on names is a position too, the same for every item.
      if (isExact(value)) return pick(items, value, node, run);
      if (value === true) kept.push(item);
    }
    return kept;
  };
}

function pick(items: FeelList, position: Exact, node: Filter, run: Run): FeelValue {
  const index = findInteger(position);
  const value = index === undefined || index === 0 ? undefined : items.at(index > 0 ? index - 1 : index);
  if (value !== undefined) return value;
  return nullBecause(run, node, '列表中没有该位置', 'the list has no such position');
}
