import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSections } from '../sections/findSections.ts';
import { findStatements } from './findStatements.ts';
import { unwrapped } from './unwrapped.ts';

test('a line break is taken out, and each place is still known', () => {
  const given = '投资71.5亿\n  元、甲';
  const { words, placeOf } = unwrapped(given);
  assert.equal(words, '投资71.5亿元、甲');
  assert.deepEqual(
    Array.from(words, (character, at) => given.charAt(placeOf(at)) === character),
    Array.from(words, () => true),
  );
});

test('a value that a line break parts from its unit is read whole, at its place', () => {
  const text =
    '甲县政府工作报告\n（2031年1月8日）\n一、2030年工作回顾\n全县这一年完成的固定资产投资达到71.5亿\n元、增长5%。\n';
  const read = [...findStatements(text, findSections(text))];
  assert.deepEqual(
    read.map(({ valueSi, span }) => [valueSi, text.slice(span.start, span.end)]),
    [
      [7_150_000_000, '71.5亿\n元'],
      [5, '5%'],
    ],
  );
});

test('a clause that begins with a year speaks of that year', () => {
  const text =
    '甲市政府工作报告\n（2031年1月8日）\n一、过去五年工作回顾\n实施三年行动，2029年细颗粒物浓度下降9%。2026年以来新建学校3所。\n';
  const read = [...findStatements(text, findSections(text))];
  assert.deepEqual(
    read.map(({ period }) => period),
    ['2029', '2026-2030'],
  );
});

test('blanks beside a number are taken out, blanks between two numbers are not', () => {
  assert.equal(unwrapped('新建公路 320 公里、覆盖率达 58 %，甲 乙').words, '新建公路320公里、覆盖率达58%，甲 乙');
  assert.equal(unwrapped('20 30').words, '20 30');
});
