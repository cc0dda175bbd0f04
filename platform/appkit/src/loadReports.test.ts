import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { loadCity, placeOf } from './index.ts';

const example = path.resolve(import.meta.dirname, '../../../cities/example');

/** A copy of the example city. */
function copied(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-reports-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(example, folder, { recursive: true });
  return folder;
}

/** What the loader says of a city whose figures were changed. */
function spoiled(t: TestContext, from: string | RegExp, to: string): string[] {
  const folder = copied(t);
  const file = path.join(folder, 'report/2022.json');
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  assert.notEqual(after, before, 'the test spoils something');
  writeFileSync(file, after);
  const { city, reports, problems } = loadCity(folder);
  if (problems.length > 0) assert.deepEqual([city, reports], [undefined, []]);
  return problems.map((problem) => `${placeOf(problem)} ${problem.what.en}`);
}

test('a city’s figures are loaded, and a city without any has none', (t) => {
  assert.deepEqual(
    loadCity(example).reports.map(({ file, value }) => [file, value.year, value.statements.length]),
    [['report/2022.json', 2022, 11]],
  );
  const folder = copied(t);
  rmSync(path.join(folder, 'report'), { recursive: true });
  const { city, reports } = loadCity(folder);
  assert.deepEqual([city?.code, reports], ['990100', []]);
});

test('what is wrong in the figures is told with its file and line', (t) => {
  const cases: readonly (readonly [from: string | RegExp, to: string, said: RegExp])[] = [
    [
      '"kind":"fact","section":"一/(一)","period":"2021","metric"',
      '"kind":"hope","section":"一","period":"2021","metric"',
      /:20:/,
    ],
    ['"metric":"绿道"', '"metric":"绿道建成。市民满意"', /:24:.*does not match/],
    ['"id":"s2"', '"id":"s1"', /:21:.*the id s1 stands twice/],
    ['"fact":"s2"', '"fact":"s99"', /there is no s99/],
    ['"facts":7', '"facts":8', /:6:.*should be 7/],
    ['"length":285', '"length":200', /is not within the text/],
    ['"year": 2022', '"year": 2023', /:4:.*should be called 2023.json/],
    ['"statements": [', '"statements": [,', /report\/2022.json:19:/],
  ];
  for (const [from, to, said] of cases) assert.match(spoiled(t, from, to)[0] ?? 'nothing', said, String(from));
});

test('a file that is called by no year is told', (t) => {
  const folder = copied(t);
  renameSync(path.join(folder, 'report/2022.json'), path.join(folder, 'report/last.json'));
  assert.match(loadCity(folder).problems[0]?.what.en ?? '', /2022.json/);
});
