import { isList, kindOf, spend, within, type FeelList, type FeelValue, type Scope } from '@yiwang/feel';
import type { BoxedFor, BoxedQuantified } from '../../model.ts';
import { evaluateLogic } from '../evaluateLogic.ts';
import { nullWith, type Taking } from '../taking.ts';

/** The body sees the item, and in `partial` a copy of the results so far. */
export function evaluateFor(logic: BoxedFor, scope: Scope, taking: Taking): FeelValue {
  const items = itemsOf(logic, scope, taking);
  if (items === null) return null;
  const results: FeelValue[] = [];
  for (const item of items) {
    spend(taking.feel, 1 + results.length);
    const names = new Map<string, FeelValue>([
      [logic.variable, item],
      ['partial', [...results]],
    ]);
    results.push(evaluateLogic(logic.body, within(scope, names), taking));
  }
  return results;
}

/** One deciding item decides; else it is unknown if one is unknown. An answer that is no boolean makes the whole null. */
export function evaluateQuantified(logic: BoxedQuantified, scope: Scope, taking: Taking): FeelValue {
  const items = itemsOf(logic, scope, taking);
  if (items === null) return null;
  const deciding = logic.quantifier === 'some';
  let value: boolean | null = !deciding;
  for (const item of items) {
    spend(taking.feel, 1);
    const holds = evaluateLogic(logic.condition, within(scope, new Map([[logic.variable, item]])), taking);
    if (holds === deciding) return deciding;
    if (holds === null) value = null;
    else if (typeof holds !== 'boolean') {
      return nullWith(taking, 'nullValue', '条件不是真假值', 'the condition is no boolean', logic.place);
    }
  }
  return value;
}

/** A value that is no list is a list of it. */
function itemsOf({ source, place }: BoxedFor | BoxedQuantified, scope: Scope, taking: Taking): FeelList | null {
  const value = evaluateLogic(source, scope, taking);
  if (isList(value)) return value;
  if (value !== null && kindOf(value) !== 'range') return [value];
  return nullWith(taking, 'nullValue', '无法遍历', 'there is nothing to iterate over', place);
}
