import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from '../readRows.ts';

const metrics = (sentence: string) => readRows(sentence).map(({ metric, value, unit }) => [metric, value, unit]);

test('examples before 等 are no part of what is counted', () => {
  assert.deepEqual(metrics('引进甲店、乙店等首店品牌40个。'), [['引进首店品牌', 40, '个']]);
  assert.deepEqual(metrics('高等教育毛入学率60%。'), [['高等教育毛入学率', 60, '%']]);
});

test('another measure of the same takes the place of the one before', () => {
  assert.deepEqual(metrics('粮食播种面积30万亩、产量12万吨。'), [
    ['粮食播种面积', 30, '万亩'],
    ['粮食产量', 12, '万吨'],
  ]);
  assert.deepEqual(metrics('新增地铁运营里程20公里、总里程达90公里。').at(1), ['地铁运营总里程', 90, '公里']);
});

test('a mark that was passed (大关) is the metric before, and so is what is above another', () => {
  assert.deepEqual(metrics('生产总值650亿元，首次突破600亿元大关，增长5%，高于全国1.2个百分点。'), [
    ['生产总值', 650, '亿元'],
    ['生产总值', 600, '亿元'],
    ['生产总值', 5, '%'],
    ['生产总值高于全国', 1.2, '个百分点'],
  ]);
});
