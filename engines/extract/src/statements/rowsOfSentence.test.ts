import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from './readRows.ts';

/** metric, value, unit, comparator, change of each row. */
const rows = (sentence: string) =>
  readRows(sentence).map(({ metric, value, unit, comparator, change }) => [metric, value, unit, comparator, change]);

test('a level and a rate stand on one metric', () => {
  assert.deepEqual(rows('全市生产总值1210亿元、增长5.5%，研发投入强度2.9%。'), [
    ['全市生产总值', 1210, '亿元', 'eq', 'level'],
    ['全市生产总值', 5.5, '%', 'eq', 'growth_rate'],
    ['研发投入强度', 2.9, '%', 'eq', 'share'],
  ]);
});

test('分别 gives each metric its own value, with what they share', () => {
  assert.deepEqual(rows('城乡居民人均可支配收入分别增长6.1%7.2%。'), [
    ['城镇居民人均可支配收入', 6.1, '%', 'eq', 'growth_rate'],
    ['农村居民人均可支配收入', 7.2, '%', 'eq', 'growth_rate'],
  ]);
  assert.deepEqual(
    rows('刑事、治安警情分别下降3%、4%。').map(([metric]) => metric),
    ['刑事警情', '治安警情'],
  );
  assert.deepEqual(rows('粮食播种面积和总产量分别达20万亩、1.5亿斤以上。'), [
    ['粮食播种面积', 20, '万亩', 'ge', 'level'],
    ['粮食总产量', 1.5, '亿斤', 'ge', 'level'],
  ]);
});

test('an implied 分别 is told by as many metrics as values', () => {
  assert.deepEqual(rows('事故起数、死亡人数较前三年平均值下降11.2%9.8%。'), [
    ['事故起数', 11.2, '%', 'eq', 'decrease'],
    ['事故死亡人数', 9.8, '%', 'eq', 'decrease'],
  ]);
});

test('one value may be of two metrics', () => {
  assert.deepEqual(rows('事故起数和死亡人数较上年分别下降20%。'), [
    ['事故起数', 20, '%', 'eq', 'decrease'],
    ['事故死亡人数', 20, '%', 'eq', 'decrease'],
  ]);
});

test('a verb goes on over 、 and not over a verb of its own', () => {
  assert.deepEqual(rows('新增科技企业30家、孵化器4家，引进人才500名。'), [
    ['科技企业', 30, '家', 'eq', 'increase'],
    ['孵化器', 4, '家', 'eq', 'increase'],
    ['引进人才', 500, '名', 'eq', 'level'],
  ]);
});

test('累计 holds for the item, and with a subject to the end of the sentence', () => {
  assert.deepEqual(rows('新增上市公司6家、累计44家，总数居全国城市第7位。'), [
    ['上市公司', 6, '家', 'eq', 'increase'],
    ['上市公司', 44, '家', 'eq', 'cumulative'],
    ['上市公司总数全国城市排名', 1, '位', 'eq', 'rank'].with(1, 7),
  ]);
  assert.deepEqual(
    rows('惠企平台累计上线政策12条、兑付资金3亿元，服务企业900家。').map(([metric, , , , change]) => [metric, change]),
    [
      ['惠企平台上线政策', 'cumulative'],
      ['惠企平台兑付资金', 'cumulative'],
      ['惠企平台服务企业', 'cumulative'],
    ],
  );
});

test('a number may stand before what it counts', () => {
  assert.deepEqual(rows('完成35个专项规划，帮扶甲州、乙州6个县脱贫，建成总长40公里地铁网。'), [
    ['专项规划', 35, '个', 'eq', 'level'],
    ['帮扶县脱贫', 6, '个', 'eq', 'level'],
    ['地铁网总长', 40, '公里', 'eq', 'level'],
  ]);
});

test('a threshold narrows what is counted, and is no value itself', () => {
  const [project] = readRows('开工10亿元以上工业项目8个。');
  assert.equal(project?.value, 8);
  assert.equal(project?.qualifier, '10亿元以上');
  assert.deepEqual(rows('引进35岁以下大学生2万人。'), [['引进大学生', 2, '万人', 'eq', 'level']]);
});

test('the share of those that keep a condition, and the condition', () => {
  const [share, condition] = readRows('80%村集体经济收入达到60万元以上。');
  assert.deepEqual([share?.value, share?.change, share?.role], [80, 'share', undefined]);
  assert.deepEqual([condition?.value, condition?.comparator, condition?.role], [60, 'ge', 'condition']);
});

test('cues set the comparator', () => {
  const comparators = (sentence: string) => readRows(sentence).map(({ comparator, cue }) => [comparator, cue]);
  assert.deepEqual(comparators('总量突破3万家，比重超30%，出让不低于1万亩，倍差缩小至1.6以内。'), [
    ['gt', '突破'],
    ['gt', '超'],
    ['ge', '不低于'],
    ['le', '以内'],
  ]);
  assert.deepEqual(comparators('失业率控制在5%以内，增长5%左右，浓度低于30微克/立方米，惠及企业3400多万家。'), [
    ['le', '以内'],
    ['approx', '左右'],
    ['lt', '低于'],
    ['gt', '多'],
  ]);
});

test('压减至 and 提高到 name the level that was reached', () => {
  const [approval] = readRows('开办企业审批压减至20分钟。');
  assert.deepEqual([approval?.change, approval?.direction], ['level', 'down']);
  const [share] = readRows('绿色电力占比提高到31%。');
  assert.deepEqual([share?.change, share?.direction], ['share', 'up']);
});

test('a change from one value to another is one statement', () => {
  const [gap] = readRows('城乡收入倍差由1.9缩小至1.8。');
  assert.deepEqual(
    [gap?.value, gap?.from, gap?.to, gap?.direction, gap?.change],
    [[1.9, 1.8], 1.9, 1.8, 'down', 'ratio'],
  );
  const [commute] = readRows('绿色出行比例从70.6%提升至71.5%。');
  assert.deepEqual([commute?.value, commute?.unit, commute?.change], [[70.6, 71.5], '%', 'share']);
  assert.deepEqual(
    readRows('甲类、乙类机构分别从7家、4家增加到10家、6家。').map(({ metric, value }) => [metric, value]),
    [
      ['甲类机构', [7, 10]],
      ['乙类机构', [4, 6]],
    ],
  );
});

test('streaks and ranks', () => {
  assert.deepEqual(rows('服务业规模连续6年居全国首位。'), [
    ['服务业规模居全国首位年数', 6, '年', 'eq', 'cumulative'],
    ['服务业规模全国排名', 1, '位', 'eq', 'rank'],
  ]);
  assert.deepEqual(rows('模范城创建实现五连冠。'), [['模范城创建次数', 5, '次', 'eq', 'cumulative']]);
});

test('Chinese numerals that count are read, and those of names are not', () => {
  assert.deepEqual(rows('办好十件民生实事，财政支出八成以上用于民生，社会投资超千亿元。'), [
    ['民生实事', 10, '件', 'eq', 'level'],
    ['财政支出用于民生比例', 8, '成', 'ge', 'share'],
    ['社会投资', 1e11, '元', 'gt', 'level'],
  ]);
  assert.deepEqual(rows('坚持两个确立，深化三大行动，召开第十四届一次会议，落实五项机制，打造万亿产业、亿元楼。'), []);
});

test('dates, codes, circles and versions are no statements', () => {
  assert.deepEqual(
    rows('2030年3月5日，构建“1836”体系和15分钟生活圈，成立80周年，世界500强，出台3.0方案，24小时值守，PM2.5监测。'),
    [],
  );
});

test('half-width and full-width marks read alike', () => {
  assert.deepEqual(rows('出口46亿元、增长25.9%,进口３０亿元；'), [
    ['出口', 46, '亿元', 'eq', 'level'],
    ['出口', 25.9, '%', 'eq', 'growth_rate'],
    ['进口', 30, '亿元', 'eq', 'level'],
  ]);
});

test('a target that another metric sets has that for its reference, and no number', () => {
  const [row] = readRows('城乡居民收入高于经济增速。');
  assert.deepEqual(
    [row?.metric, row?.value, row?.comparator, row?.reference, row?.soft],
    ['城乡居民收入', null, 'gt', '经济增速', true],
  );
  const [step] = readRows('居民收入增长与经济增长同步。');
  assert.deepEqual([step?.comparator, step?.reference], ['eq', '经济增长']);
});

test('a measure that says of what only together with the one before takes its name', () => {
  const metrics = (sentence: string) => readRows(sentence).map(({ metric }) => metric);
  assert.deepEqual(metrics('新增企业60家、总数达900家，增加值增长5%。'), ['企业', '企业总数', '企业增加值']);
  assert.deepEqual(metrics('诉求办结率、满意率分别达97%、98%。'), ['诉求办结率', '诉求满意率']);
  assert.deepEqual(metrics('居民人均住房面积45平方米，人均绿地15平方米。'), ['居民人均住房面积', '人均绿地']);
});

test('multiples, minus signs, days and people without a measure word', () => {
  assert.deepEqual(rows('工业产值翻一番，出口增长近一倍，投资增长-1.2%。'), [
    ['工业产值', 1, '番', 'eq', 'growth_rate'],
    ['出口', 1, '倍', 'approx', 'growth_rate'],
    ['投资', -1.2, '%', 'eq', 'growth_rate'],
  ]);
  assert.deepEqual(rows('空气优良天数300天以上，惠及1100多万学生，5个百分点。').slice(0, 2), [
    ['空气优良天数', 300, '天', 'ge', 'level'],
    ['惠及学生', 1100, '万', 'gt', 'level'],
  ]);
});

test('the size of a chosen few is soft', () => {
  assert.deepEqual(
    readRows('入选全国首批6个试点城市，6个案例入选典型案例。').map(({ value, soft }) => [value, soft]),
    [
      [6, true],
      [6, undefined],
    ],
  );
});
