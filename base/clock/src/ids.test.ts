import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createIds, manualClock, timeOfId, uuidv7 } from './index.ts';

test('ids are unique, well formed, and sort in the order they were made, even when the clock steps back', () => {
  const clock = manualClock('2026-05-01T00:00:00Z');
  const ids = createIds(clock);
  const made: string[] = [];
  for (let i = 0; i < 10_000; i++) {
    if (i === 5_000) clock.advance(-60_000);
    made.push(ids.next());
  }
  assert.equal(new Set(made).size, made.length);
  assert.deepEqual(made.toSorted(), made);
});

test('the time of an id can be read back', () => {
  const clock = manualClock('2026-05-01T00:00:00.123Z');
  assert.equal(timeOfId(createIds(clock).next())?.toISOString(), '2026-05-01T00:00:00.123Z');
  assert.equal(timeOfId('not an id'), undefined);
  assert.ok(timeOfId(uuidv7()) !== undefined);
});
