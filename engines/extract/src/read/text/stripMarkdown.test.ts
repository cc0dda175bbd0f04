import { test } from 'node:test';
import assert from 'node:assert/strict';
import { stripMarkdown } from './stripMarkdown.ts';

const cases: readonly (readonly [markdown: string, text: string])[] = [
  ['# 政府工作报告', '政府工作报告'],
  ['## 一、去年工作 ##', '一、去年工作'],
  ['- **增长** 6.2%，达到 *1286* 亿元', '增长 6.2%，达到 1286 亿元'],
  ['> 见[附表](http://a.example/t)', '见附表'],
  ['![图](a.png)新增 3 家', '新增 3 家'],
  ['| 指标 | 数值 |', '指标\t数值'],
  ['|---|:--:|', ''],
  ['---', ''],
  ['```', ''],
  ['1. 第一项', '1. 第一项'],
  ['PM_2.5降至27，3*4=12', 'PM_2.5降至27，3*4=12'],
  ['#1 号线', '#1 号线'],
  ['增长6\\%', '增长6%'],
  ['*注：不变*', '注：不变'],
];

test('marks go and words stay', () => {
  for (const [markdown, text] of cases) assert.equal(stripMarkdown(markdown), text);
});

test('lines keep their number, so that a place can be found in both', () => {
  assert.equal(stripMarkdown('# 一\n\n---\n二').split('\n').length, 4);
});

test('a long line of marks takes no longer than one of words', () => {
  for (const mark of ['*', '_', '`', '[', '![', '|', '#', '> ', '- ', '\\', '](', '* '])
    assert.ok(timeOf(() => stripMarkdown(mark.repeat(100_000))) < 2000, mark);
});

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
