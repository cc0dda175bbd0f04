import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runBetsy } from './runBetsy.ts';

/** The suite lies outside the project; the numbers are what passed last and may only rise. */
const suite = fileURLToPath(new URL('../../../../../shared/conformance/betsy/', import.meta.url));
const absent = existsSync(suite) ? false : 'betsy is not beside the project';

test(
  'betsy: at least as many processes run as wanted, and invalid models are refused, as before',
  { skip: absent },
  (t) => {
    const { tests, invalid } = runBetsy(suite);
    const cases = tests.reduce((sum, one) => sum + one.cases - one.failures.length, 0);
    const passed = tests.filter(({ failures }) => failures.length === 0).length;
    const refused = invalid.filter((one) => one.refused !== undefined).length;
    t.diagnostic(`${passed}/${tests.length} tests, ${cases} cases, ${refused}/${invalid.length} refused`);
    assert.ok(passed >= 132, `${passed} tests`);
    assert.ok(cases >= 206, `${cases} cases`);
    assert.ok(refused >= 295, `${refused} refused`);
  },
);
