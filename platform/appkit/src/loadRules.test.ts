import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkApp } from './checkApp.ts';

const benefits = fileURLToPath(new URL('../../../cities/example/apps/benefits/', import.meta.url));

/** A copy of the example policies with one file changed; what the check says of it. */
function saidOf(t: TestContext, file: string, change: (text: string) => string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-rules-'));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(benefits, folder, { recursive: true });
  const before = readFileSync(path.join(folder, file), 'utf8');
  const after = change(before);
  assert.notEqual(after, before);
  writeFileSync(path.join(folder, file), after);
  return checkApp(folder).problems.map(({ file: where, line, what }) => `${where}:${line} ${what.en}`);
}

test('the example policies are sound, and every test of theirs passes', () => {
  const { problems, rules } = checkApp(benefits);
  assert.deepEqual(problems, []);
  assert.equal(rules.length, 10);
  for (const { rule, failed, coverage } of rules) {
    assert.equal(failed, 0, rule.code);
    for (const { coverage: reached } of coverage) assert.deepEqual(reached.missed, [], rule.code);
  }
});

test('a reference to what is not there is named with its line', (t) => {
  const rule = 'rules/rd-grant.yaml';
  assert.match(
    saidOf(t, rule, (text) => text.replace('rd-grant-2027.dmn', 'rd-grant-2028.dmn'))[0] ?? '',
    /rd-grant.yaml:\d+ there is no rules\/rd-grant-2028.dmn/,
  );
  assert.match(
    saidOf(t, rule, (text) => text.replace('eligible: rdGrantEligible', 'eligible: nobody'))[0] ?? '',
    /version 1 has no decision nobody/,
  );
  assert.match(
    saidOf(t, rule, (text) => text.replace('register: enterprise', 'register: people'))[0] ?? '',
    /there is no register people/,
  );
  assert.match(
    saidOf(t, rule, (text) => text.replace("'2027-01-01'", "'2025-01-01'"))[0] ?? '',
    /in the order of their days/,
  );
});

test('a test that fails, or that no version runs, is a problem', (t) => {
  const tests = 'rules/first-set.tests.yaml';
  assert.match(
    saidOf(t, tests, (text) => text.replace('expect: true', 'expect: false'))[0] ?? '',
    /first-set.tests.yaml:\d+ .*is true, false expected/,
  );
  const early = (text: string): string => text.replace('    given:', "    asOf: '2020-01-01'\n    given:");
  assert.match(saidOf(t, tests, early)[0] ?? '', /no version is effective on that day/);
});

test('a policy that can not be said over the register is named with its place', (t) => {
  const found = saidOf(t, 'rules/first-set-2026.dmn', (text) =>
    text.replace('firm.equipment * 0.2', 'firm.equipment / 7'),
  );
  assert.match(found.join('\n'), /first-set-2026.dmn:\d+ .*a division does not say its decimals/);
});

test('a column whose bounds can not be, or that stands twice, is named', (t) => {
  const register = 'registers/enterprise.yaml';
  assert.match(
    saidOf(t, register, (text) => text.replace('name: graduates', 'name: insured'))[0] ?? '',
    /insured: the name stands twice/,
  );
});
