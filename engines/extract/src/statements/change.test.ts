import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from './readRows.ts';

const changes = (sentence: string) => readRows(sentence).map(({ change }) => change);

test('a rise that was kept to a bound, and a target of growth, are rates', () => {
  assert.deepEqual(changes('居民消费价格涨幅控制在3%左右。'), ['growth_rate']);
  assert.deepEqual(changes('甲市增长目标为5%左右。'), ['growth_rate']);
  assert.deepEqual(changes('工业增加值比增6%。'), ['growth_rate']);
});

test('what was newly certified is more; what the new ones paid is not, and what was raised in quality is not', () => {
  assert.deepEqual(changes('新认证绿色食品10个。'), ['increase']);
  assert.deepEqual(changes('新增的市场主体纳税3亿元。'), ['level']);
  assert.deepEqual(changes('完成果园优化提升20万亩。'), ['level']);
});

test('what is pressed for beyond a rate is a rate; what is more than last year is an increase', () => {
  assert.deepEqual(changes('生产总值增长6.5%左右，奋斗目标7%。'), ['growth_rate', 'growth_rate']);
  assert.deepEqual(changes('争取上级资金21亿元，比上年多3.2亿元。'), ['level', 'increase']);
  assert.deepEqual(changes('新发展家庭农场50家、合作社20个。'), ['increase', 'increase']);
});
