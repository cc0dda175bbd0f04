import type { Register } from '../register/register.ts';
import type { CityRule } from '../rules/cityRule.ts';
import { lowerRule } from '../match/lowerRule.ts';
import type { DecisionModel } from '../model.ts';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import type { RuleTest } from '../suite/ruleTest.ts';
import { runRuleTests } from '../suite/runRuleTests.ts';
import type { VersionChecks } from './publishVersion.ts';

export interface CheckedRule {
  readonly rule: CityRule;
  /** Of a rule that is matched. */
  readonly register?: Register;
  /** Those beside the rule. */
  readonly tests: readonly RuleTest[];
  /** Reads a document; as a model without imports unless told. */
  readonly read?: (xml: string, file: string) => DecisionModel;
}

/**
 * What a version must pass before it is published: it is read, it becomes columns where the rule is matched against a register,
 * and the tests beside the rule pass, but for those about days before it begins.
 */
export function checksOf({
  rule,
  register,
  tests,
  read = (xml, file) => readDecisionModel(xml, file),
}: CheckedRule): VersionChecks {
  return {
    read,
    lower(model, from) {
      if (register !== undefined && rule.matching !== undefined) lowerRule(model, rule, register, from);
    },
    test(model, from) {
      const concerned = tests.filter(({ asOf }) => asOf === undefined || asOf >= from);
      return runRuleTests(model, concerned, from)
        .results.filter(({ passed }) => !passed)
        .map(({ test }) => test);
    },
  };
}
