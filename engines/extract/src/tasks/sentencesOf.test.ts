import assert from 'node:assert/strict';
import test from 'node:test';
import { sentencesOf } from './sentencesOf.ts';

const clausesOf = (text: string) =>
  [...sentencesOf(text, { start: 0, end: text.length })].map((sentence) =>
    sentence.map(({ start, end }) => text.slice(start, end)),
  );

test('a sentence is cut at commas, semicolons and colons, full-width or not', () => {
  assert.deepEqual(clausesOf('目标是:建成新港，扩大航线;加强管护。完善路网'), [
    ['目标是', '建成新港', '扩大航线', '加强管护'],
    ['完善路网'],
  ]);
});

test('what brackets and quotes hold is not cut', () => {
  assert.deepEqual(clausesOf('实施“护河，护湖”行动（含东区，西区），办好《河，湖》展。'), [
    ['实施“护河，护湖”行动（含东区，西区）', '办好《河，湖》展'],
  ]);
});

test('a quote whose partner was lost holds nothing together', () => {
  assert.deepEqual(clausesOf('用好”“双湖平台,建设新港。发展“航运'), [['用好”“双湖平台', '建设新港'], ['发展“航运']]);
});

test('a comma inside a number is no end of a clause', () => {
  assert.deepEqual(clausesOf('种树1,200株,建好林场'), [['种树1,200株', '建好林场']]);
});

test('white space around clauses is no part of them', () => {
  assert.deepEqual(clausesOf('\u3000\u3000建设新港， \u200b完善路网 。'), [['建设新港', '完善路网']]);
});
