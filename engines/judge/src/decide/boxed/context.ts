import { typeText, within, type FeelValue, type Place, type Scope } from '@yiwang/feel';
import type { BoxedContext } from '../../model.ts';
import { conform } from '../conform.ts';
import { evaluateLogic } from '../evaluateLogic.ts';
import { nullWith, type Taking } from '../taking.ts';

/** Each entry sees the ones before it; one of another type than its own is null. */
export function evaluateContext({ entries, result }: BoxedContext, scope: Scope, taking: Taking): FeelValue {
  const values = new Map<string, FeelValue>();
  const inner = within(scope, values);
  for (const entry of entries) {
    const { name, logic, place } = entry;
    const fitting = conform(evaluateLogic(logic, inner, taking), entry);
    values.set(name, fitting === undefined ? unfit(name, typeText(entry.type), place, taking) : fitting);
  }
  return result === undefined ? values : evaluateLogic(result, inner, taking);
}

function unfit(name: string, type: string, place: Place, taking: Taking): null {
  return nullWith(taking, 'resultType', `“${name}”不是 ${type}`, `“${name}” is no ${type}`, place);
}
