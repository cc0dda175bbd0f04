import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from '../readRows.ts';

const metrics = (sentence: string) => readRows(sentence).map(({ metric, value }) => [metric, value]);

test('a rank stands within any region, and of how fast a metric grows', () => {
  assert.deepEqual(metrics('工业增加值增速六城区第二，零售总额增速全市第五。'), [
    ['工业增加值增速六城区排名', 2],
    ['零售总额增速全市排名', 5],
  ]);
  assert.deepEqual(metrics('消费增速连续8个月全省第一。'), [
    ['消费增速全省第一月数', 8],
    ['消费增速全省排名', 1],
  ]);
});

test('分别 gives each of the values before its rank', () => {
  assert.deepEqual(metrics('城乡居民收入分别增长6%、7%，分别排名全市第3和第4。').slice(2), [
    ['城镇居民收入全市排名', 3],
    ['农村居民收入全市排名', 4],
  ]);
});
