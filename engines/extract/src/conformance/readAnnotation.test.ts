import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { readAnnotation } from './readAnnotation.ts';
import { fellInto } from './scoreTraps.ts';

function folderOf(t: TestContext, files: Readonly<Record<string, readonly unknown[]>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-annotation-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, rows] of Object.entries(files))
    writeFileSync(
      path.join(folder, name),
      rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'),
    );
  return folder;
}

test('each kind is read from its file, and a kind without a file is empty', (t) => {
  const link = { metric: '示例指数', fact: 3, target: 9 };
  const folder = folderOf(t, { 'links-example.jsonl': [{ ...link, unit: '%' }, ''] });
  const { links, tasks } = readAnnotation(folder, 'example');
  assert.deepEqual([links, tasks], [[link], []]);
});

test('a row that lacks a field, or is no JSON, is named by file, line and field', (t) => {
  const folder = folderOf(t, {
    'links-one.jsonl': [{ metric: '示例指数', fact: 3, target: '9' }],
    'tasks-two.jsonl': [{ id: 't1', verb: '建设', object: '', start: 1, end: 2 }, '{"id": '],
  });
  assert.throws(() => readAnnotation(folder, 'one'), {
    code: 'extract.badAnnotation',
    params: { file: 'links-one.jsonl', line: 1, field: 'target' },
  });
  assert.throws(() => readAnnotation(folder, 'two'), {
    code: 'extract.badAnnotation',
    params: { file: 'tasks-two.jsonl', line: 2, field: 'id' },
  });
});

test('a number that states nothing counts as a trap only where a statement was read on it', () => {
  const trap = { id: 'n1', reason: 'date', start: 4, end: 8 };
  assert.deepEqual(fellInto([trap], [{ start: 0, end: 4 }]), []);
  assert.deepEqual(fellInto([trap], [{ start: 7, end: 9 }]), [trap]);
});
