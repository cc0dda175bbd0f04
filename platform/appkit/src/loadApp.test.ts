import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { checkApp, loadApp, loadCity, placeOf } from './index.ts';

const cities = path.resolve(import.meta.dirname, '../../../cities');
const example = path.join(cities, 'example');

/** A copy of the example city that a test may spoil. */
function spoiled(t: TestContext, file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-app-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(example, folder, { recursive: true });
  const whole = path.join(folder, file);
  const before = readFileSync(whole, 'utf8');
  const after = change(before);
  assert.notEqual(after, before, 'the test spoils something');
  writeFileSync(whole, after);
  return folder;
}

suite('an application folder', () => {
  test('of each city that comes along loads, its references hold, and its scenarios are green', () => {
    for (const [city, app] of [
      ['example', 'rain'],
      ['example', 'licence'],
      ['example', 'hotline'],
      ['example', 'street'],
      ['example', 'consultation'],
      ['example', 'inspection'],
      ['hangzhou', 'water'],
    ] as const) {
      const loaded = loadCity(path.join(cities, city));
      assert.deepEqual(loaded.problems, []);
      const checked = checkApp(path.join(cities, city, 'apps', app), loaded.city);
      assert.deepEqual(checked.problems, []);
      assert.ok(checked.scenarios > 0);
      for (const { process, missed } of checked.processes) assert.deepEqual(missed, [], `${process} is played whole`);
    }
  });

  test('names every problem with its file and line, not only the first', (t) => {
    const folder = spoiled(t, 'apps/rain/indicators/water-level.yaml', (text) =>
      text
        .replace('decimals: 2', 'decimals: many')
        .replace('unit: "m"', 'units: "m"')
        .replace("unit: 'm'", "units: 'm'"),
    );
    const { app, problems } = loadApp(path.join(folder, 'apps/rain'));
    assert.equal(app, undefined);
    assert.ok(problems.length >= 3, JSON.stringify(problems));
    const lines = readFileSync(path.join(folder, 'apps/rain/indicators/water-level.yaml'), 'utf8').split('\n');
    const decimals = problems.find((problem) => problem.what.en.startsWith('decimals'));
    assert.equal(lines[(decimals?.line ?? 0) - 1], 'decimals: many');
    assert.ok(problems.some((problem) => problem.what.en.includes('unit is missing')));
    assert.ok(problems.every((problem) => placeOf(problem).startsWith('indicators/water-level.yaml:')));
  });

  test('has models that import one another', (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-app-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(path.join(example, 'apps/rain'), folder, { recursive: true });
    cpSync(path.resolve(import.meta.dirname, '../../../fixtures/dmn'), path.join(folder, 'rules'), { recursive: true });
    const { app, problems } = loadApp(folder);
    assert.deepEqual(problems, []);
    assert.ok(app?.decisions.some(({ value }) => value.imports[0]?.model.namespace === 'urn:example:limits'));
  });

  test('with a rule that is no FEEL is refused at the rule', (t) => {
    const folder = spoiled(t, 'apps/rain/rules/rain-event.dmn', (text) =>
      text.replace('&gt;= 0.30', '&gt;= &gt;= 0.30'),
    );
    const [problem] = loadApp(path.join(folder, 'apps/rain')).problems;
    const line = readFileSync(path.join(folder, 'apps/rain/rules/rain-event.dmn'), 'utf8').split('\n')[
      (problem?.line ?? 0) - 1
    ];
    assert.match(line ?? '', /&gt;= &gt;= 0\.30/);
  });

  test('whose process names a form or a decision that is not there is refused at the element', (t) => {
    const form = spoiled(t, 'apps/rain/processes/rain-event.bpmn', (text) =>
      text.replace('form="verify"', 'form="verifi"'),
    );
    assert.match(loadApp(path.join(form, 'apps/rain')).problems[0]?.what.en ?? '', /task verify names the form verifi/);
    const decision = spoiled(t, 'apps/rain/processes/rain-event.bpmn', (text) =>
      text.replace('decision="rainEvent"', 'decision="rainEvents"'),
    );
    assert.match(checkApp(path.join(decision, 'apps/rain')).problems[0]?.what.en ?? '', /assess calls rainEvents/);
  });

  test('whose scenario comes out otherwise says what came and what was expected', (t) => {
    const folder = spoiled(t, 'apps/rain/scenarios/grades.yaml', (text) => text.replace('grade: red', 'grade: blue'));
    assert.match(
      checkApp(path.join(folder, 'apps/rain')).problems[0]?.what.en ?? '',
      /grade is "red", expected "blue"/,
    );
  });

  test('tells which sequence flows of a process no scenario takes', (t) => {
    const folder = spoiled(t, 'apps/rain/scenarios/rain-event.yaml', (text) =>
      text.slice(0, text.lastIndexOf('  - name:')),
    );
    const { problems, processes } = checkApp(path.join(folder, 'apps/rain'), loadCity(folder).city);
    assert.deepEqual(problems, []);
    assert.deepEqual(processes, [
      {
        process: 'rainEvent',
        runs: 1,
        flows: 13,
        missed: ['toSupervise', 'toSupervised', 'failed', 'notYet', 'toEnd'],
      },
    ]);
  });

  test('with a YAML bomb, a torn file or no app.yaml is refused in bounded time', (t) => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
    ].join('\n');
    for (const text of [bomb, '{ torn: [', '\u0000\u0001', '']) {
      const folder = spoiled(t, 'apps/rain/app.yaml', () => text);
      assert.ok(loadApp(path.join(folder, 'apps/rain')).problems.length > 0, text.slice(0, 20));
    }
    assert.equal(loadApp(path.join(example, 'apps')).problems[0]?.file, 'app.yaml');
  });
});

suite('a city folder', () => {
  test('that names an organisation or region which is not there is refused at that line', (t) => {
    const folder = spoiled(t, 'city.yaml', (text) => text.replace('duty: ex.ops', 'duty: ex.opps'));
    const { city, problems } = loadCity(folder);
    assert.equal(city, undefined);
    assert.match(problems[0]?.what.en ?? '', /no organisation ex\.opps/);
    assert.match(
      readFileSync(path.join(folder, 'city.yaml'), 'utf8').split('\n')[(problems[0]?.line ?? 0) - 1] ?? '',
      /^duty/,
    );
  });
});
