import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gatherBatches } from './gatherBatches.ts';

test('senders that come together share one commit, and wait for it', async () => {
  const commits: number[][] = [];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const gatherer = gatherBatches<number>(
    async (items) => {
      commits.push([...items]);
      await released;
    },
    { waitMs: 5, most: 100 },
  );
  let acknowledged = 0;
  const sent = [1, 2, 3].map((item) => gatherer.add([item]).then(() => acknowledged++));
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.deepEqual(commits, [[1, 2, 3]]);
  assert.equal(acknowledged, 0);
  release();
  await Promise.all(sent);
  assert.equal(acknowledged, 3);
});

test('a failed commit fails its own senders and not the next ones', async () => {
  let attempt = 0;
  const gatherer = gatherBatches<number>(
    () => (++attempt === 1 ? Promise.reject(new TypeError('cut')) : Promise.resolve()),
    { waitMs: 1, most: 2 },
  );
  const results = await Promise.allSettled([gatherer.add([1]), gatherer.add([2]), gatherer.add([3])]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'rejected', 'fulfilled'],
  );
});

test('what comes while a commit runs is committed in batches of at most the limit', async () => {
  const sizes: number[] = [];
  const gatherer = gatherBatches<number>(
    async (items) => {
      sizes.push(items.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    { waitMs: 1, most: 10 },
  );
  await Promise.all(Array.from({ length: 35 }, (_, i) => gatherer.add([i])));
  assert.deepEqual(sizes, [10, 10, 10, 5]);
});
