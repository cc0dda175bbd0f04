import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { checkApp, loadCity } from './index.ts';

const root = path.resolve(import.meta.dirname, '../../..');

test('the worked example of the handbook is an application that passes its check', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-handbook-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const text = readFileSync(path.join(root, 'docs/handbook/processes.md'), 'utf8');
  const example = path.join(root, 'cities/example');
  const { city } = loadCity(example);
  assert.ok(city);
  const files = [...text.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm)];
  assert.equal(files.length, 5);
  writeFileSync(path.join(folder, 'city.yaml'), '');
  const app = path.join(folder, 'apps/lamps');
  for (const [, file = '', content = ''] of files) {
    mkdirSync(path.dirname(path.join(app, file)), { recursive: true });
    writeFileSync(path.join(app, file), content);
  }
  const calendar = path.relative(folder, path.join(example, city.calendar));
  const { problems, scenarios, processes } = checkApp(app, { ...city, calendar });
  assert.deepEqual(problems, []);
  assert.equal(scenarios, 1);
  assert.deepEqual(processes, [{ process: 'lampOut', runs: 1, flows: 8, missed: [] }]);
});
