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
    'The thin first form of `judge` (decision tables, literal expressions, requirements) against the DMN TCK, written by',
    '`./yiwang conformance dmn-tck`; the counts are a floor in the test of `engines/judge/src/conformance/`, which is skipped by name',
    'where the suite is absent.',
    '',
    '| level | passed | of them that do not expect null |',
    '|---|---|---|',
    ...results.map(
      ({ level, result: { passed, cases, nonNullPassed, nonNull } }) =>
        `| ${level} | ${count(passed)} / ${count(cases)} | ${count(nonNullPassed)} / ${count(nonNull)} |`,
    ),
    '',
    'Logic that is refused is read as null here, so it passes where null is expected: look at the right column. Missing are boxed',
    'contexts, relations, lists, invocations and conditionals, knowledge models, services, imports, and some built-in functions.',
    ...results.flatMap(({ level, result }) => ['', `## Level ${level}: failing cases`, '', ...failuresOf(result)]),
    '',
  ].join('\n');
}

/** One line a folder: its failing cases, each once. */
function failuresOf({ failures }: TckResult): string[] {
  const byFolder = Map.groupBy(failures, ({ name }) => name.split('/')[0] ?? '');
  return [...byFolder].map(([folder, list]) => {
    const cases = new Set(list.map(({ name }) => name.split('/')[1] ?? ''));
    return `- ${folder}: ${[...cases].join(', ')}`;
  });
}
