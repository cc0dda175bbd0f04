import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from '../readRows.ts';

const values = (sentence: string) => readRows(sentence).map(({ value, unit }) => [value, unit]);

test('households and people go each from their own number to their own', () => {
  assert.deepEqual(values('贫困人口由1300户4900人减至80户150人。'), [
    [[1300, 80], '户'],
    [[4900, 150], '人'],
  ]);
});

test('a list goes to a list also from a year, and without 分别', () => {
  assert.deepEqual(values('城镇居民、农村居民收入从2026年的20000元、8000元增长到30000元、12000元。'), [
    [[20_000, 30_000], '元'],
    [[8000, 12_000], '元'],
  ]);
});
