import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isSource, read, trackedFiles } from './sourceFiles.ts';
import { faultsPage, loadFaults } from './faultsPage.ts';

test('docs/faults.md is what the catalogues say', async () => {
  assert.equal(read('docs/faults.md'), faultsPage(await loadFaults()), 'run ./yiwang faults and commit the page');
});

test('each fault says in both languages what happened and what to do, with a status of 4xx or 5xx', async () => {
  for (const [code, { status, title, detail, help }] of await loadFaults()) {
    assert.match(code, /^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/, code);
    assert.ok(status >= 400 && status < 600, `${code}: status ${status}`);
    for (const text of [title, detail, help]) {
      const onlyParameters = /^[\s:：]*(\{\w+\}[\s:：]*)+$/.test(text.zh);
      assert.ok(onlyParameters || /[\u4e00-\u9fff]|Zh\}/.test(text.zh), `${code}: no Chinese in “${text.zh}”`);
      assert.ok(text.en.length > 3 && !/[\u4e00-\u9fff]/.test(text.en), `${code}: no English in “${text.en}”`);
      // A parameter that is itself a text comes in both languages: {whatZh} here, {what} or {whatEn} there.
      const parameters = (words: string) =>
        [...words.matchAll(/\{(\w+)\}/g)].map((match) => (match[1] ?? '').replace(/(Zh|En)$/, '')).toSorted();
      assert.deepEqual(
        parameters(text.zh),
        parameters(text.en),
        `${code}: the two languages take different parameters`,
      );
    }
  }
});

test('no source throws a bare Error', () => {
  const bare = trackedFiles().filter(
    (file) =>
      isSource(file) &&
      /^(base|engines|platform)\//.test(file) &&
      !/\.test\.ts$|\/(test|soak|dev)\//.test(file) &&
      /throw new Error\(/.test(read(file)),
  );
  assert.deepEqual(bare, []);
});
