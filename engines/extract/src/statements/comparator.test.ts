import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from './readRows.ts';

const read = (sentence: string) => readRows(sentence).map(({ value, unit, comparator }) => [value, unit, comparator]);

test('a comparator may stand before what the value is a multiple of', () => {
  assert.deepEqual(read('甲类标准不低于当地乙类标准的1.6倍。'), [[1.6, '倍', 'ge']]);
});

test('a bare magnitude is a value where it is reached', () => {
  assert.deepEqual(read('甲市贸易额保持在千亿元以上。'), [[100_000_000_000, '元', 'ge']]);
});

test('每千人 stands between the comparator and its value', () => {
  assert.deepEqual(read('食品抽检量超每千人6批次。'), [[6, '批次', 'gt']]);
});
