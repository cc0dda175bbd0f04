import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBatchRing } from './batchRing.ts';

test('what was missed comes in order, and nothing when nothing was missed', () => {
  const ring = createBatchRing<string>(3);
  for (const batch of ['a', 'b', 'c', 'd']) ring.add(batch);
  assert.deepEqual(
    ring.since(2)?.map(({ batch }) => batch),
    ['c', 'd'],
  );
  assert.deepEqual(ring.since(4), []);
});

test('what is gone from the ring, or was never given, can not be resumed', () => {
  const ring = createBatchRing<string>(3);
  for (const batch of ['a', 'b', 'c', 'd', 'e']) ring.add(batch);
  assert.equal(ring.since(1), undefined);
  assert.equal(ring.since(2)?.length, 3);
  assert.equal(ring.since(9), undefined);
});

test('after a gap nothing from before it can be resumed', () => {
  const ring = createBatchRing<string>(3);
  ring.add('a');
  ring.forget();
  assert.equal(ring.since(1), undefined);
  const after = ring.last;
  ring.add('b');
  assert.deepEqual(
    ring.since(after)?.map(({ batch }) => batch),
    ['b'],
  );
});
