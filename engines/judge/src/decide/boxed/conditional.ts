import type { FeelValue, Scope } from '@yiwang/feel';
import type { Conditional } from '../../model.ts';
import { evaluateLogic } from '../evaluateLogic.ts';
import { nullWith, type Taking } from '../taking.ts';

/** False and null take the alternative; a condition that is no boolean makes the whole null. */
export function evaluateConditional(logic: Conditional, scope: Scope, taking: Taking): FeelValue {
  const holds = evaluateLogic(logic.condition, scope, taking);
  if (typeof holds !== 'boolean' && holds !== null) {
    return nullWith(taking, 'nullValue', '条件不是真假值', 'the condition is no boolean', logic.place);
  }
  return evaluateLogic(holds === true ? logic.consequent : logic.alternative, scope, taking);
}
