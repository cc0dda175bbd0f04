import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLiveClient } from './liveClient.ts';

test('a client that takes nothing is hung up on instead of filling the memory', () => {
  let waiting = 0;
  let ended = false;
  const client = createLiveClient({
    get waiting() {
      return waiting;
    },
    write: (text) => (waiting += text.length),
    end: () => assert.fail('an end waits until all was taken, which it never is'),
    cut: () => (ended = true),
  });
  let sent = 0;
  while (client.send('a.1', 'batch', 'x'.repeat(10_000)) && sent < 1_000) sent += 1;
  assert.ok(ended);
  assert.ok(waiting <= 1_000_000);
});
