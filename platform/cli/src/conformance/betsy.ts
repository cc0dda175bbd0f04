import { runBetsy, type BetsyResult } from '@yiwang/handle/conformance';
import type { Suite } from './suite.ts';

/** Why a test can't be passed, where the suite contradicts itself or the engine leaves something out. */
const reasons: Readonly<Record<string, string>> = {
  MULTI_INSTANCE_COMPLEX_BEHAVIOR:
    'each of the three instances fulfils the condition and throws, and the flow behind the activity runs; one instance and one throw are wanted',
  AD_HOC_SUB_PROCESS_SEQUENTIAL: 'nothing in the model logs Task3: it has two tasks inside, and Task1 behind',
  AD_HOC_SUB_PROCESS_PARALLEL: 'nothing in the model logs Task3: it has two tasks inside, and Task1 behind',
  ESCALATION_END_EVENT_TOPLEVEL:
    'the called process makes the marker file before it escalates, so the marker is there; none is wanted',
};

/** Betsy of the university of Bamberg: BPMN processes that engines run, and models that break a rule of the standard. */
export const betsy: Suite = {
  from: '../shared/conformance/betsy',
  needs: 'tests.json',
  run(folder) {
    const result = runBetsy(folder);
    const { passed, tests, cases, allCases, refused, invalid } = countsOf(result);
    return Promise.resolve({
      lines: [
        `execution: ${passed} of ${tests} tests, ${cases} of ${allCases} cases`,
        `invalid models: ${refused} of ${invalid} refused`,
      ],
      page: pageOf(result),
    });
  },
};

function countsOf({ tests, invalid }: BetsyResult) {
  const allCases = tests.reduce((sum, one) => sum + one.cases, 0);
  return {
    passed: tests.filter(({ failures }) => failures.length === 0).length,
    tests: tests.length,
    cases: allCases - tests.reduce((sum, one) => sum + one.failures.length, 0),
    allCases,
    refused: invalid.filter((one) => one.refused !== undefined).length,
    invalid: invalid.length,
  };
}

function pageOf(result: BetsyResult): string {
  const { passed, tests, cases, allCases, refused, invalid } = countsOf(result);
  const groups = [...new Set(result.tests.map(({ group }) => group))];
  const escaped = (text: string): string => text.replaceAll(/[<>|`*_]/g, '\\$&');
  return [
    '# betsy',
    '',
    '`handle` against betsy, written by `./yiwang conformance betsy`; the counts are a floor in the test of',
    '`engines/handle/src/conformance/`, which is skipped by name where the suite is absent.',
    '',
    '| | passed |',
    '|---|---|',
    `| tests (processes run to the end, all of their cases as wanted) | ${passed} / ${tests} |`,
    `| cases | ${cases} / ${allCases} |`,
    `| models that break a rule of BPMN 2.0 and are refused, the element named | ${refused} / ${invalid} |`,
    '',
    '## By group',
    '',
    '| group | tests | cases |',
    '|---|---|---|',
    ...groups.map((group) => {
      const own = countsOf({ tests: result.tests.filter((one) => one.group === group), invalid: [] });
      return `| ${group} | ${own.passed} / ${own.tests} | ${own.cases} / ${own.allCases} |`;
    }),
    '',
    '## Tests that fail',
    '',
    ...result.tests.flatMap(({ id, failures }) =>
      failures.map(
        ({ input, got, wanted }) =>
          `- ${escaped(id)}${input === '' ? '' : `, input ${input}`}: logged ${got}; wanted ${wanted}. ${reasons[id] ?? 'Not looked into yet.'}`,
      ),
    ),
    '',
    '## Invalid models that are read',
    '',
    'Those of EXT012 have an expression without `xsi:type="tFormalExpression"`. Modelers leave that out, and every expression here is FEEL and',
    'is checked as such.',
    '',
    ...result.invalid.filter((one) => one.refused === undefined).map(({ file }) => `- ${escaped(file)}`),
    '',
    '## Invalid models, and why each is refused',
    '',
    '| model | element | reason |',
    '|---|---|---|',
    ...result.invalid.flatMap(({ file, refused: why }) =>
      why === undefined ? [] : [`| ${escaped(file)} | ${escaped(why.element)} | ${escaped(why.reason)} |`],
    ),
    '',
  ].join('\n');
}
