import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from '../readRows.ts';

const metrics = (sentence: string) => readRows(sentence).map(({ metric, value }) => [metric, value]);

test('how large each of the counted is, and how large the first is, narrows and counts nothing', () => {
  assert.deepEqual(metrics('新引进总投资超10亿元的制造业项目8个。').at(-1)?.[1], 8);
  assert.equal(metrics('新引进总投资超10亿元的制造业项目8个。').length, 1);
  assert.deepEqual(metrics('全省首个超百亿元水利工程开工。'), []);
  assert.deepEqual(metrics('累计投入资金超45亿元。'), [['投入资金', 45]]);
});

test('a capacity times a number of units is a name', () => {
  assert.deepEqual(metrics('甲电厂2×100万千瓦机组建成。'), []);
});
