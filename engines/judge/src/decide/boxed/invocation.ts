import { type FeelValue, type Scope } from '@yiwang/feel';
import type { Invocation } from '../../model.ts';
import { conform } from '../conform.ts';
import { isFunction } from '../isFunction.ts';
import { evaluateLogic } from '../evaluateLogic.ts';
import { nullWith, type Taking } from '../taking.ts';

/** Calls by parameter name. Null where the function has other parameters than are bound, or an argument doesn't fit. */
export function evaluateInvocation({ callee, bindings, place }: Invocation, scope: Scope, taking: Taking): FeelValue {
  const target = evaluateLogic(callee, scope, taking);
  if (!isFunction(target)) {
    return nullWith(taking, 'nullValue', '被调用的不是函数', 'what is called is no function', place);
  }
  const given = new Map<string, FeelValue>();
  for (const binding of bindings) {
    const value = binding.logic === undefined ? null : conform(evaluateLogic(binding.logic, scope, taking), binding);
    const { parameter } = binding;
    if (value === undefined) {
      return nullWith(
        taking,
        'argumentType',
        `参数“${parameter}”类型不符`,
        `the argument “${parameter}” has another type`,
        place,
      );
    }
    given.set(parameter, value);
  }
  const { parameters } = target;
  if (given.size !== parameters.length || !parameters.every((name) => given.has(name))) {
    return nullWith(
      taking,
      'argumentType',
      `函数的参数是（${parameters.join('、')}）`,
      `the function takes (${parameters.join(', ')})`,
      place,
    );
  }
  return target.call(parameters.map((name) => given.get(name) ?? null));
}
