import type { CityRule, RuleTest } from '@yiwang/judge';
import type { FromFile } from './app.ts';
import type { Problems } from './problem.ts';
import { readYaml } from './readYaml.ts';
import { RuleTestFile } from './schemas.ts';

/** Reads `rules/CODE.tests.yaml`, the tests of the rule of that code. */
export function loadRuleTests(
  folder: string,
  files: readonly string[],
  rules: readonly FromFile<CityRule>[],
  problems: Problems,
): ReadonlyMap<string, readonly RuleTest[]> {
  const tests = new Map<string, readonly RuleTest[]>();
  for (const file of files.filter((one) => one.endsWith('.tests.yaml'))) {
    const read = readYaml(folder, file, RuleTestFile, problems);
    const code = file.slice('rules/'.length, -'.tests.yaml'.length);
    if (read === undefined) continue;
    if (!rules.some(({ value }) => value.code === code)) {
      problems.add({
        file,
        line: 1,
        column: 1,
        what: { zh: `没有规则 ${code}`, en: `there is no rule ${code}` },
        help: { zh: '测试文件应以规则的编号命名', en: 'Name the file of tests by the code of the rule.' },
      });
    }
    tests.set(
      code,
      read.value.cases.map((test, index) => ({ ...test, place: { file, ...read.at(['cases', index]) } })),
    );
  }
  return tests;
}
