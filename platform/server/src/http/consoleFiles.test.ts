import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { startTestServer } from '../test/startTestServer.ts';

function builtConsole(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'console-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<title>console</title>');
  writeFileSync(path.join(folder, 'assets', 'main-abc123.js'), 'export {}');
  return folder;
}

test('the console comes with every address of its own, and its hashed files are cached for good', async (t) => {
  const { call } = await startTestServer(t, { consoleFolder: builtConsole(t) });
  for (const page of ['/', '/cases/990102/some-case', '/screen?at=now']) {
    const response = await call(page);
    assert.equal(response.status, 200, page);
    assert.match(await response.text(), /<title>console/);
    assert.match(response.headers.get('cache-control') ?? '', /max-age=0/);
  }
  const asset = await call('/assets/main-abc123.js');
  assert.match(asset.headers.get('cache-control') ?? '', /immutable/);
  assert.equal((await call('/assets/gone.js')).status, 404);
  assert.equal((await call('/api/nothing')).status, 404);
});

test('nothing outside the console folder is served', async (t) => {
  const { call } = await startTestServer(t, { consoleFolder: builtConsole(t) });
  for (const page of ['/..%2f..%2fetc%2fpasswd', '/assets/..%2f..%2f..%2fetc%2fpasswd.txt', '/%00.js']) {
    const response = await call(page);
    assert.doesNotMatch(await response.text(), /root:/);
    assert.ok(response.status < 500, `${page} ${response.status}`);
  }
});
