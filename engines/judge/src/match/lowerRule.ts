import { findDate } from '@yiwang/feel';
import { lowerCondition, lowerQuantity } from '../formula/lowerDecision.ts';
import { faults } from '../faults.ts';
import type { LowerRule } from './policySource.ts';

/** The name under which rules see the day as of which is asked. */
export const asOfInput = 'asOf';

/**
 * The formulas of a rule's decisions over its register, as of a day.
 * @throws judge.notColumnar and judge.unknownDecision, with the place; judge.notMatchedRule for a rule without `matching`
 */
export const lowerRule: LowerRule = (model, rule, register, asOf) => {
  if (rule.matching === undefined) throw faults.notMatchedRule({ rule: rule.code });
  const { eligible, amount } = rule.matching;
  const options = { constants: new Map([[asOfInput, findDate(asOf) ?? null]]) };
  return {
    eligible: lowerCondition(model, eligible, register, options),
    ...(amount === undefined ? {} : { amount: lowerQuantity(model, amount, register, options) }),
  };
};
