import { test } from 'node:test';
import assert from 'node:assert/strict';
import { literal, valueOf } from '../../test/modelOf.ts';

const choice = (condition: string): unknown =>
  valueOf(
    `<conditional><if>${literal(condition)}</if><then>${literal('"yes"')}</then><else>${literal('"no"')}</else></conditional>`,
  );

test('true takes one branch, false and null the other', () => {
  assert.equal(choice('1 < 2'), 'yes');
  assert.equal(choice('1 > 2'), 'no');
  assert.equal(choice('null'), 'no');
});

test('a condition that is no boolean makes the whole null', () => {
  assert.equal(choice('"true"'), null);
});
