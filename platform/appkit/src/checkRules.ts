import { isFault } from '@yiwang/faults';
import {
  findEffective,
  lowerRule,
  runRuleTests,
  type CityRule,
  type Coverage,
  type Register,
  type RuleTest,
} from '@yiwang/judge';
import type { App } from './app.ts';
import { faultProblem } from './faultProblem.ts';
import type { Problems } from './problem.ts';

/** What the tests of one rule said, all its versions together. */
export interface CheckedRule {
  readonly rule: CityRule;
  readonly passed: number;
  readonly failed: number;
  readonly coverage: readonly { readonly version: number; readonly coverage: Coverage }[];
}

/** Runs the tests of all rules, each on the version that is effective on its day; lowers those that are matched. What fails is a problem. */
export function checkRules(app: App, problems: Problems): CheckedRule[] {
  return app.rules.map(({ value: rule }) => {
    const tests = app.tests.get(rule.code) ?? [];
    let [passed, failed] = [0, 0];
    for (const { place, name } of tests.filter((test) => versionOf(rule, test) === undefined)) {
      failed += 1;
      const what = {
        zh: `“${name.zh}”：那一天没有有效版本，测试没有运行`,
        en: `“${name.en}”: no version is effective on that day, so it did not run`,
      };
      problems.add({ ...place, what, help: { zh: '请改 asOf，或补上版本', en: 'Change asOf, or add a version.' } });
    }
    const coverage = rule.versions.map(({ number, from, model }) => {
      const own = tests.filter((test) => versionOf(rule, test) === number);
      const tested = runRuleTests(model, own, from);
      for (const { test, passed: isRight, differences } of tested.results) {
        if (isRight) passed += 1;
        else failed += 1;
        for (const what of differences) {
          const said = { zh: `“${test.name.zh}”：${what.zh}`, en: `“${test.name.en}”: ${what.en}` };
          const help = { zh: '请修正规则或预期', en: 'Mend the rule, or what is expected.' };
          problems.add({ ...test.place, what: said, help });
        }
      }
      return { version: number, coverage: tested.coverage };
    });
    const register = app.registers.find(({ value }) => value.code === rule.matching?.register)?.value;
    if (register !== undefined) checkLowering(rule, register, problems);
    return { rule, passed, failed, coverage };
  });
}

/** A test belongs to the version of its day; without one, to the first. */
function versionOf(rule: CityRule, { asOf }: RuleTest): number | undefined {
  return asOf === undefined ? rule.versions[0]?.number : findEffective(rule.versions, asOf)?.number;
}

function checkLowering(rule: CityRule, register: Register, problems: Problems): void {
  for (const { from, model } of rule.versions) {
    try {
      lowerRule(model, rule, register, from);
    } catch (error) {
      if (!isFault(error)) throw error;
      problems.add(faultProblem(error, model.file));
    }
  }
}
