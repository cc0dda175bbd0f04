import { isContext, isList, spend, within, type FeelValue, type Scope } from '@yiwang/feel';
import type { BoxedFilter } from '../../model.ts';
import { evaluateLogic } from '../evaluateLogic.ts';
import { nullWith, type Taking } from '../taking.ts';

/** Null where an item's answer is neither true, false nor null; a null answer keeps no item. */
export function evaluateFilter({ source, match, place }: BoxedFilter, scope: Scope, taking: Taking): FeelValue {
  const value = evaluateLogic(source, scope, taking);
  const items = isList(value) ? value : value === null ? [] : [value];
  const kept: FeelValue[] = [];
  for (const item of items) {
    spend(taking.feel, 1);
    const names = new Map<string, FeelValue>(isContext(item) ? item : []);
    if (!names.has('item')) names.set('item', item);
    const matches = evaluateLogic(match, within(scope, names), taking);
    if (matches === true) kept.push(item);
    else if (matches !== false && matches !== null) {
      return nullWith(taking, 'nullValue', '筛选条件不是真假值', 'the condition of the filter is no boolean', place);
    }
  }
  return kept;
}
