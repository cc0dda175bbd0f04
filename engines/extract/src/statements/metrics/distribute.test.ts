import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from '../readRows.ts';

const metrics = (sentence: string) => readRows(sentence).map(({ metric, value }) => [metric, value]);

test('进出口 is one metric unless 分别 divides it; 城乡 divides without', () => {
  assert.deepEqual(metrics('进出口总额接连突破3万亿元、4万亿元。'), [
    ['进出口总额', 3],
    ['进出口总额', 4],
  ]);
  assert.deepEqual(metrics('城乡居民收入增长6%、7%。'), [
    ['城镇居民收入', 6],
    ['农村居民收入', 7],
  ]);
});

test('the shared tail begins after the longest word that both have', () => {
  assert.deepEqual(metrics('甲类制造业、乙类制造业增加值占工业增加值比重分别达50%、30%。'), [
    ['甲类制造业增加值占工业增加值比重', 50],
    ['乙类制造业增加值占工业增加值比重', 30],
  ]);
});

test('每人每月 between the values of a 分别 parts nothing', () => {
  assert.deepEqual(metrics('城乡低保标准分别提高到每人每月650元、每人每年5400元。'), [
    ['城镇低保标准', 650],
    ['农村低保标准', 5400],
  ]);
});
