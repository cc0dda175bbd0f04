import assert from 'node:assert/strict';
import test from 'node:test';
import { holdsQuantity } from './holdsQuantity.ts';

for (const clause of [
  '新建公园12个',
  '森林覆盖率提高到六成以上',
  '办好十件实事',
  '港口吞吐量翻一番',
  '打造千亿级产业',
  '举办培训班超10期',
  '加快首批2+8个试点',
])
  test(`${clause} states a quantity`, () => assert.equal(holdsQuantity(clause), true));

for (const clause of [
  '深化三大行动',
  '实施“1+4”行动',
  '推进PM2.5与臭氧协同治理',
  '完成2030年行动计划',
  '建成地铁9号线二期',
  '构建15分钟生活圈',
  '推广“百千万”工程经验',
  '完成三年行动',
  '培育6G产业',
  '形成一批百亿产业、千亿园区',
])
  test(`the numbers of ${clause} are names`, () => assert.equal(holdsQuantity(clause), false));
