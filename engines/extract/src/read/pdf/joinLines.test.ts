import { test } from 'node:test';
import assert from 'node:assert/strict';
import { dropRepeated } from './dropRepeated.ts';
import { joinLines } from './joinLines.ts';
import type { PdfLine } from './pdfLine.ts';

const size = 10;
const left = 50;
const columns = 30;

/** A page of lines on a grid, each `[indent in characters, text]`; an empty text leaves a gap. */
function pageOf(page: number, lines: readonly (readonly [number, string])[]): readonly PdfLine[] {
  return lines.flatMap(([indent, text], row) => {
    const start = left + indent * size;
    return text === ''
      ? []
      : [{ text, page, left: start, right: start + text.length * size, y: 700 - row * 15, height: size }];
  });
}

const full = '甲'.repeat(columns);
const indented = '甲'.repeat(columns - 2);
const sentence = `${'甲'.repeat(columns - 1)}。`;

test('full lines go on, an indent begins a paragraph, even after a full line that ends a sentence', () => {
  const page = pageOf(1, [
    [2, indented],
    [0, sentence],
    [0, full],
    [0, '乙。'],
    [2, '丙'.repeat(columns - 2)],
    [0, '丁。'],
  ]);
  assert.deepEqual(joinLines([page]), [`${indented}${sentence}${full}乙。`, `${'丙'.repeat(columns - 2)}丁。`]);
});

test('without indents and gaps a full line that ends a sentence ends its paragraph', () => {
  const page = pageOf(1, [
    [0, full],
    [0, sentence],
    [0, full],
    [0, '乙。'],
  ]);
  assert.deepEqual(joinLines([page]), [`${full}${sentence}`, `${full}乙。`]);
});

test('a gap parts paragraphs, and then a full line that ends a sentence may go on', () => {
  const page = pageOf(1, [
    [0, full],
    [0, sentence],
    [0, full],
    [0, ''],
    [0, full],
    [0, '乙。'],
  ]);
  assert.deepEqual(joinLines([page]), [`${full}${sentence}${full}`, `${full}乙。`]);
});

test('a paragraph goes on over the page, past the header and the page number', () => {
  const page = (number: number, character: string) =>
    pageOf(number, [
      [10, '示例市政府工作报告'],
      [0, ''],
      [0, character.repeat(columns)],
      [0, `${character}。`],
      [2, character.repeat(columns - 2)],
      [0, character.repeat(columns)],
      [0, ''],
      [14, `— ${number} —`],
    ]);
  const around = (before: string, after: string) => `${before.repeat(columns * 2 - 2)}${after.repeat(columns + 1)}。`;
  assert.deepEqual(joinLines(dropRepeated([page(1, '甲'), page(2, '乙'), page(3, '丙')])), [
    `${'甲'.repeat(columns + 1)}。`,
    around('甲', '乙'),
    around('乙', '丙'),
    '丙'.repeat(columns * 2 - 2),
  ]);
});

test('words and numbers broken over a line are put together as they were', () => {
  const english = 'abc '.repeat(7);
  const page = pageOf(1, [
    [0, `${'甲'.repeat(columns - 2)}12`],
    [0, `34亿元${'甲'.repeat(columns - 4)}`],
    [0, `${english}ab`],
    [0, '乙'],
  ]);
  assert.equal(joinLines([page])[0]?.includes('1234亿元'), true);
  const words = pageOf(1, [
    [0, `${english}ab`],
    [0, `${english}cd`],
  ]);
  assert.deepEqual(joinLines([words]), [`${english}ab ${english}cd`]);
});
