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

test('what holds a place for years, and what is told in another currency, is what was just said', () => {
  assert.deepEqual(metrics('港口吞吐量达900万标箱，连续6年排名世界第一。').slice(1), [
    ['港口吞吐量排名世界第一年数', 6, '年'],
    ['港口吞吐量世界排名', 1, '位'],
  ]);
  assert.deepEqual(metrics('实际使用外资10亿美元，折合70亿元人民币。').at(1), ['实际使用外资', 70, '亿元人民币']);
});

test('a share of the whole country is a 比重', () => {
  assert.deepEqual(metrics('机器人产量增长20%、占全国4成。').at(1), ['机器人产量占全国比重', 4, '成']);
});

test('改造提升 is no growth of what it counts', () => {
  assert.deepEqual(metrics('新建和改造提升24个服务区。').at(0)?.slice(1), [24, '个']);
  assert.match(String(metrics('新建和改造提升24个服务区。').at(0)?.[0]), /服务区$/);
});

test('the measure of a standard is said once', () => {
  assert.deepEqual(
    metrics('甲类儿童生活补助标准从每人每月800元提高到850元，乙类儿童从每人每月600元提高到650元。').at(1),
    ['乙类儿童生活补助标准', [600, 650], '元'],
  );
});

test('what was done for people is counted, and not the people before it', () => {
  assert.deepEqual(metrics('为新入职护理人员开展技能培训超2万人次。'), [['技能培训', 2, '万人次']]);
  assert.deepEqual(metrics('为800名视力、听力等残疾儿童配发器具。').at(0)?.slice(1), [800, '名']);
  assert.match(String(metrics('为800名视力、听力等残疾儿童配发器具。').at(0)?.[0]), /残疾儿童/);
  assert.deepEqual(metrics('强化12所师范院校对县域教育的帮扶，惠及5万名3岁以下儿童。'), [
    ['强化师范院校', 12, '所'],
    ['惠及儿童', 5, '万名'],
  ]);
});

test('what is counted again by another verb is what was counted before', () => {
  assert.deepEqual(metrics('实施技改项目80个，总投资9亿元，开工50个。').at(-1), ['技改项目', 50, '个']);
});

test('the mark of a note is no part of a metric', () => {
  assert.deepEqual(metrics('开发公益岗位[21]305个。').at(0), ['开发公益岗位', 305, '个']);
});

test('a multiple of an earlier year is of the metric before; a deadline is no part of a name', () => {
  assert.deepEqual(metrics('电商交易额10亿元，是2025年的3.4倍。').at(1), ['电商交易额', 3.4, '倍']);
  assert.deepEqual(metrics('确保6月底前开工率达到100%。'), [['开工率', 100, '%']]);
  assert.deepEqual(metrics('肉牛存栏4.5万头、出栏2.1万头。').at(1), ['肉牛出栏', 2.1, '万头']);
});

test('其中 with nothing but a threshold counts what was just counted; a task fulfilled is that of what was just said', () => {
  assert.deepEqual(metrics('引进项目20个，其中5亿元以上3个。'), [
    ['引进项目', 20, '个'],
    ['引进项目', 3, '个'],
  ]);
  assert.deepEqual(metrics('城镇新增就业4300人，完成任务的107%。').at(1), ['城镇新增就业任务完成率', 107, '%']);
});
