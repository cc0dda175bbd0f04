import { test } from 'node:test';
import assert from 'node:assert/strict';
import { startLookLoop } from './lookLoop.ts';

test('whoever asks while it looks gets the look after, and a failure does not end it', async () => {
  let looks = 0;
  let release = Promise.withResolvers<void>();
  const loop = startLookLoop({
    async look() {
      looks += 1;
      const held = release;
      await held.promise;
      if (looks === 2) throw new RangeError('second');
    },
    failed: () => ({ told: true }),
    well: () => true,
    rest: () => 100_000,
  });
  const asked = loop.looked();
  const refused = assert.rejects(asked, RangeError);
  const first = release;
  release = Promise.withResolvers<void>();
  first.resolve();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(looks, 2);
  release.resolve();
  await refused;
  await loop.looked();
  assert.ok(looks >= 3);
  await loop.stop(new RangeError('stopped'));
});
