import type { FeelValue, Scope } from '@yiwang/feel';
import type { BoxedList } from '../../model.ts';
import { evaluateLogic } from '../evaluateLogic.ts';
import type { Taking } from '../taking.ts';

export function evaluateList({ items }: BoxedList, scope: Scope, taking: Taking): FeelValue {
  return items.map((item) => evaluateLogic(item, scope, taking));
}
