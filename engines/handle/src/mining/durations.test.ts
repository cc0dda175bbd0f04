import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDurations } from './durations.ts';

test('a few values have their exact middle', () => {
  const durations = createDurations();
  assert.equal(durations.summary(), undefined);
  for (const value of [5, 1, 4, 2, 3, 10]) durations.add(value);
  assert.deepEqual(durations.summary(), { count: 6, total: 25, median: 3, p90: 10 });
});

test('of a hundred thousand values the middle is within 1 %, from a tenth of a second to years', () => {
  const durations = createDurations();
  const values = Array.from({ length: 100_001 }, (_one, n) => 0.01 * 1.0002 ** n);
  for (const value of values.toReversed()) durations.add(value);
  const { median = 0, p90 = 0 } = durations.summary() ?? {};
  assert.ok(Math.abs(median / (values[50_000] ?? 1) - 1) <= 0.0101, `${median}`);
  assert.ok(Math.abs(p90 / (values[90_000] ?? 1) - 1) <= 0.0101, `${p90}`);
});

test('what took no time at all stays at nothing', () => {
  const durations = createDurations();
  for (let n = 0; n < 2_000; n += 1) durations.add(0);
  assert.deepEqual(durations.summary(), { count: 2_000, total: 0, median: 0, p90: 0 });
});
