import { test } from 'node:test';
import assert from 'node:assert/strict';
import { bigramDice } from './bigramDice.ts';

test('the same name is 1, one without a shared pair is 0', () => {
  assert.equal(bigramDice('示例增加值', '示例增加值'), 1);
  assert.equal(bigramDice('示例', '例示'), 0);
});

test('shared pairs count twice over all pairs', () => {
  assert.equal(bigramDice('全市生产总值', '生产总值'), 6 / 8);
});

test('a single character is like itself only', () => {
  assert.equal(bigramDice('人', '人'), 1);
  assert.equal(bigramDice('人', '人口'), 0);
  assert.equal(bigramDice('', ''), 1);
});
