import path from 'node:path';
import { runTck, type TckResult } from '@yiwang/judge/conformance';
import type { Suite } from './suite.ts';

const levels = [2, 3];
const count = (value: number): string => value.toLocaleString('en');

/** The DMN TCK of the OMG, levels 2 and 3. */
export const dmnTck: Suite = {
  from: '../shared/conformance/dmn-tck',
  needs: 'compliance-level-2',
  async run(folder) {
    const results: { level: number; result: TckResult }[] = [];
    for (const level of levels)
      results.push({ level, result: await runTck(path.join(folder, `compliance-level-${level}`)) });
    return {
      lines: results.map(
        ({ level, result: { passed, cases, nonNullPassed, nonNull } }) =>
          `level ${level}: ${passed} of ${cases} cases; of those that expect a value ${nonNullPassed} of ${nonNull}`,
      ),
      page: pageOf(results),
    };
  },
};

function pageOf(results: readonly { readonly level: number; readonly result: TckResult }[]): string {
  return [
    '# DMN TCK',
    '',
    '`judge` against the DMN TCK of the OMG, written by `./yiwang conformance dmn-tck`; the counts are a floor in the test of',
    '`engines/judge/src/conformance/`, which is skipped by name where the suite is absent. Models are read as DMN has it: logic that is',
    'refused evaluates to null, so it passes where null is expected. The right columns leave those cases out.',
    '',
    '| level | passed | share | of them that expect a value | share |',
    '|---|---|---|---|---|',
    ...results.map(
      ({ level, result: { passed, cases, nonNullPassed, nonNull } }) =>
        `| ${level} | ${count(passed)} / ${count(cases)} | ${share(passed, cases)} | ${count(nonNullPassed)} / ${count(nonNull)} | ${share(nonNullPassed, nonNull)} |`,
    ),
    ...results.flatMap(({ level, result }) => ['', `## Level ${level}: failing cases`, '', ...failuresOf(result)]),
    '',
  ].join('\n');
}

/** 99.94 %; never rounded up to a full hundred. */
function share(part: number, whole: number): string {
  return `${(Math.floor((10_000 * part) / whole) / 100).toFixed(2)} %`;
}

/** Each by its name, with what came out. */
function failuresOf({ failures }: TckResult): string[] {
  if (failures.length === 0) return ['None.'];
  return failures.map(({ name, why }) => `- ${name}: ${why.replaceAll(/[<>|`*_]/g, '\\$&')}`);
}
