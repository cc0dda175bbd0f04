import { test } from 'node:test';
import assert from 'node:assert/strict';
import { literal, valueOf } from '../../test/modelOf.ts';

const filtered = (source: string, match: string): unknown =>
  valueOf(`<filter><in>${literal(source)}</in><match>${literal(match)}</match></filter>`);

test('the condition sees the item, and its fields', () => {
  assert.deepEqual(filtered('[1, 2, 3]', 'item >= 2'), [2, 3]);
  assert.deepEqual(filtered('[{n: 1}, {n: 2}]', 'n = 2'), [{ n: 2 }]);
});

test('a single value is a list of it, and null an empty one', () => {
  assert.deepEqual(filtered('5', 'item > 1'), [5]);
  assert.deepEqual(filtered('null', 'true'), []);
});

test('an unknown answer keeps no item, one that is no boolean makes the whole null', () => {
  assert.deepEqual(filtered('[1, null]', 'item > 0'), [1]);
  assert.equal(filtered('[1, 2]', 'if item = 1 then true else "x"'), null);
});
