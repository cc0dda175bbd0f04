import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manualClock } from '@yiwang/clock';
import { isFault } from '@yiwang/faults';
import { decodeObservations } from './decodeObservations.ts';
import { resultReason } from './resultRange.ts';

test('a number that is no measurement is refused, an ordinary one is taken', () => {
  for (const result of [0, -0, 3.14, -1e15, 1e15, 5e-324]) assert.equal(resultReason(result), undefined);
  for (const result of [1.7976931348623157e308, -3.4028235e38, 1.1e15])
    assert.match(resultReason(result) ?? '', /beyond/);
  for (const result of [Number.NaN, Infinity]) assert.match(resultReason(result) ?? '', /finite/);
});

test('the largest double, which a broken sensor sends, does not come through the door', () => {
  const message = JSON.stringify({ phenomenonTime: '2026-11-20T00:59:00Z', result: Number.MAX_VALUE });
  const decode = (): unknown =>
    decodeObservations(
      new TextEncoder().encode(message),
      manualClock('2026-11-20T01:00:00Z'),
      '00000000-0000-7000-8000-000000000002',
    );
  assert.throws(decode, (error) => isFault(error, 'sense.badObservations'));
});
