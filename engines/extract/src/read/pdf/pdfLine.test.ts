import { test } from 'node:test';
import assert from 'node:assert/strict';
import { linesOfPage, type PlacedText } from './pdfLine.ts';
import { plainCharacters } from './plainCharacters.ts';

const at = (x: number, y: number, str: string, width = str.length * 10): PlacedText => ({
  str,
  x,
  y,
  width,
  height: 10,
});
const textsOf = (items: readonly PlacedText[]) => linesOfPage(items, 1).map(({ text }) => text);

test('pieces on one baseline are one line, a raised one too', () => {
  assert.deepEqual(textsOf([at(50, 700, '增长'), at(70, 700, '6.2%', 20), at(90, 703, '①'), at(50, 680, '第二行')]), [
    '增长6.2%①',
    '第二行',
  ]);
});

test('the blank that Word sets beside figures is none; that between Latin words and wide gaps are', () => {
  assert.deepEqual(textsOf([at(50, 700, '增长 6.2% 以上')]), ['增长6.2%以上']);
  assert.deepEqual(textsOf([at(50, 700, 'Smart', 30), at(84, 700, 'City', 25)]), ['Smart City']);
  assert.deepEqual(textsOf([at(50, 700, '指标'), at(120, 700, '数值')]), ['指标 数值']);
  assert.deepEqual(textsOf([at(50, 700, '12'), at(70, 700, '34')]), ['1234']);
});

test('text that jumps back to the left is another line', () => {
  assert.deepEqual(textsOf([at(300, 700, '右栏'), at(50, 700, '左栏')]), ['右栏', '左栏']);
});

test('radicals that a font names in place of characters are put right', () => {
  assert.equal(plainCharacters('\u2f2f\u4f5c\u2ea0\u2ed3\u2f3e\u2e3a'), '工作民长户——');
  assert.equal(plainCharacters('８．５％，ＡＢ（一）①'), '８．５％，ＡＢ（一）①');
});

test('ideographic blanks at the beginning are an indent, not text', () => {
  const [line] = linesOfPage([at(50, 700, '　　一、回顾', 60)], 1);
  assert.deepEqual([line?.text, line?.left, line?.right], ['一、回顾', 70, 110]);
});
