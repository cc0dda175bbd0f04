import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { runYiwang, temporaryFolder } from './runYiwang.ts';

test('a port that is taken is told, and everything that had begun is stopped', { timeout: 120_000 }, async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.after(() => other.close());
  const { port } = other.address() as AddressInfo;
  for (const taken of ['--port', '--mqtt-port']) {
    const free = taken === '--port' ? '--mqtt-port' : '--port';
    const data = path.join(temporaryFolder(t), 'data');
    const { code, said } = await runYiwang(['up', '--data', data, taken, String(port), free, '0']);
    assert.equal(code, 1, said);
    assert.match(said, new RegExp(`127\\.0\\.0\\.1:${port}`));
    assert.doesNotMatch(said, /Internal error|after calling end/);
  }
});
