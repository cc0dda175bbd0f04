import { isFault, unexpected, type Fault } from '@yiwang/faults';
import type { DecisionModel } from '../model.ts';
import type { Register } from '../register/register.ts';
import type { CityRule } from '../rules/cityRule.ts';
import { findEffective } from '../versions/versionsInTime.ts';
import type { Formulas, Policy } from './policy.ts';

/** Makes formulas of a rule's decisions, as of a day. @throws judge.notColumnar and others, with the place */
export type LowerRule = (model: DecisionModel, rule: CityRule, register: Register, asOf: string) => Formulas;

export interface RuleProblem {
  readonly rule: string;
  readonly version: number;
  readonly fault: Fault;
}

export interface Compiled {
  readonly policies: readonly Policy[];
  /** Rules that are effective but can not be matched: they match nobody. */
  readonly problems: readonly RuleProblem[];
}

/** The policies of a register as of a day: of each rule the version that is effective then. */
export function compilePolicies(
  rules: readonly CityRule[],
  register: Register,
  asOf: string,
  lower: LowerRule,
): Compiled {
  const policies: Policy[] = [];
  const problems: RuleProblem[] = [];
  for (const rule of rules) {
    if (rule.matching?.register !== register.code) continue;
    const version = findEffective(rule.versions, asOf);
    if (version === undefined) continue;
    try {
      policies.push({ code: rule.code, version: version.number, ...lower(version.model, rule, register, asOf) });
    } catch (error) {
      problems.push({ rule: rule.code, version: version.number, fault: isFault(error) ? error : unexpected(error) });
    }
  }
  return { policies, problems };
}
