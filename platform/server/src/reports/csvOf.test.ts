import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from './csvOf.ts';

const lineOf = (cell: string | number | null): string => csvOf({ heads: ['a'], rows: [[cell]] }).split('\r\n')[1] ?? '';

test('Excel takes the file for UTF-8 by its first character', () => {
  assert.equal(csvOf({ heads: ['编号', '指标'], rows: [['s1', '岗位']] }), '\ufeff编号,指标\r\ns1,岗位\r\n');
});

test('a text that a spreadsheet would run is kept from running, a number stays a number', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1']) {
    assert.match(lineOf(text), /^"?'/, JSON.stringify(text));
  }
  assert.equal(lineOf(-3.5), '-3.5');
  assert.equal(lineOf(null), '');
  assert.equal(lineOf('%'), '%');
});

test('commas, quotation marks and line breaks stay within their cell', () => {
  assert.equal(lineOf('甲,"乙"'), '"甲,""乙"""');
  assert.equal(csvOf({ heads: [], rows: [['一\r\n二']] }).includes('"一\r\n二"'), true);
});
