import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSections } from './findSections.ts';
import { headOf } from './reportYear.ts';

const report = `示例市政府工作报告

（2031年2月8日在示例市人民代表大会会议上）

各位代表：

现在报告工作。

一、2030年及过去五年工作回顾

一年来，我们做了以下工作：

（一）经济稳中有进。

创新活力增强。新增科技企业12家。

各位代表，2030年的任务完成了。过去五年，很不平凡：

——这是绿色发展的五年。新增绿地3平方公里。

二、今后五年的目标

今后五年，道路总里程达到900公里。

三、2031年工作安排

（一）办好民生实事。新建学校3所。

附件1
2031年民生实事
一、新增床位20张。
`;

const at = (words: string) =>
  findSections(report).findLast(({ start, end }) => start <= report.indexOf(words) && report.indexOf(words) < end);

test('the head tells the title and the year in which the report was given', () => {
  assert.deepEqual(headOf(report), { title: '示例市政府工作报告', year: 2031 });
  assert.equal(headOf('一、2030年工作回顾\n。').year, 2031);
  assert.equal(headOf('没有年份').year, null);
  const untitled = '政府工作报告\n（2031年2月8日在甲市第三届人民代表大会第一次会议上）\n';
  assert.deepEqual(headOf(untitled), { title: '甲市政府工作报告', year: 2031 });
});

test('a section knows its path, its theme, whether things were done, and when', () => {
  const scope = (words: string) => {
    const found = at(words);
    return found === undefined ? undefined : [found.path, found.title, found.kind, found.period];
  };
  assert.deepEqual(scope('新增科技企业'), ['一/(一)', '创新活力增强', 'fact', '2030']);
  assert.deepEqual(scope('新增绿地'), ['一', '——这是绿色发展的五年', 'fact', '2026-2030']);
  assert.deepEqual(scope('道路总里程'), ['二', '', 'target', '2031-2035']);
  assert.deepEqual(scope('新建学校'), ['三/(一)', '', 'target', '2031']);
  assert.deepEqual(scope('新增床位'), ['附件/一', '新增床位20张', 'target', '2031']);
  assert.equal(scope('现在报告工作'), undefined);
});

test('a line that a page break cut goes on in the next one', () => {
  const cut = '一、2030年工作回顾\n示例市的细颗粒物（PM\n2.5\n）平均浓度下降。\n下一段。\n';
  const paragraphs = findSections(cut).filter(({ level }) => level === 3);
  assert.deepEqual(
    paragraphs.map(({ start, end }) => cut.slice(start, end)),
    ['示例市的细颗粒物（PM\n2.5\n）平均浓度下降。', '下一段。'],
  );
});

const parts = (text: string) =>
  findSections(text)
    .filter(({ level }) => level < 3)
    .map(({ path, title, kind, period }) => [path, title, kind, period]);

test('a heading without a number heads what follows, where it stands alone and speaks of a time', () => {
  const plain =
    '甲县政府工作报告\n（2031年1月8日）\n2030年及今年以来工作回顾\n过去一年，新建学校3所。\n2031年主要工作安排\n新建学校5所。\n';
  assert.deepEqual(parts(plain), [
    ['一', '2030年及今年以来工作回顾', 'fact', '2030'],
    ['二', '2031年主要工作安排', 'target', '2031'],
  ]);
  const wrapped = '一、2030年工作回顾\n我们按照2030年各项重点工作\n要求办好实事，新建学校3所。\n';
  assert.deepEqual(parts(wrapped), [['一', '2030年工作回顾', 'fact', '2030']]);
});

test('within a part (第一部分) 一、 counts its chapters', () => {
  const twice =
    '甲市政府工作报告\n第一部分 2030年工作回顾\n一、产业更强\n甲。\n第二部分 2031年工作安排\n一、完成目标\n乙。\n';
  assert.deepEqual(parts(twice), [
    ['一', '2030年工作回顾', 'fact', '2030'],
    ['一/一', '产业更强', 'fact', '2030'],
    ['二', '2031年工作安排', 'target', '2031'],
    ['二/一', '完成目标', 'target', '2031'],
  ]);
});

test('a part whose heading tells no time goes on promising, and begins to where it calls for something after the review', () => {
  const calls = (second: string) =>
    parts(`甲市政府工作报告\n（2031年1月8日）\n一、${second}\n甲。\n二、奋力谱写发展新篇章\n乙。\n`)[1]?.slice(2);
  assert.deepEqual(calls('2030年工作回顾'), ['target', '2031']);
  assert.deepEqual(calls('2031年主要任务'), ['target', '2031']);
});

test('a text without headings is one section, whose paragraphs tell what was done and what is to be done', () => {
  const text = '甲县政府工作报告\n（2031年1月8日）\n2030年，新建学校3所。\n2031年，我们将新建学校5所。\n';
  const told = findSections(text)
    .filter(({ level }) => level === 3)
    .map(({ kind, period }) => [kind, period]);
  assert.deepEqual(told.slice(-2), [
    ['fact', '2030'],
    ['target', '2031'],
  ]);
});

test('after the five years a paragraph that begins with the last year speaks of that year', () => {
  const text =
    '甲市政府工作报告\n（2031年1月8日）\n一、过去五年和2030年工作回顾\n过去五年，新建学校30所。\n2030年，新建学校3所。\n';
  const told = findSections(text)
    .filter(({ level }) => level === 3)
    .map(({ period }) => period);
  assert.deepEqual(told, ['2026-2030', '2030']);
});
