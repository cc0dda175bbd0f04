import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runTck } from './runTck.ts';

/** The suite lies outside the project; the numbers are what passed last and may only rise. */
const suite = fileURLToPath(new URL('../../../../../shared/conformance/dmn-tck/', import.meta.url));
const levels = [
  { folder: 'compliance-level-2', passed: 116, nonNullPassed: 105 },
  { folder: 'compliance-level-3', passed: 3275, nonNullPassed: 1822 },
];

for (const { folder, passed, nonNullPassed } of levels) {
  const absent = existsSync(suite) ? false : `dmn-tck ${folder} is not beside the project`;
  test(`dmn-tck ${folder} passes at least as many cases as before`, { skip: absent }, async (t) => {
    const result = await runTck(`${suite}${folder}`);
    t.diagnostic(`${result.passed}/${result.cases}, non-null ${result.nonNullPassed}/${result.nonNull}`);
    assert.ok(result.passed >= passed, `${result.passed} passed`);
    assert.ok(result.nonNullPassed >= nonNullPassed, `${result.nonNullPassed} with a value passed`);
  });
}
