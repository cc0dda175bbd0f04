import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReportStatement } from '@yiwang/contract';
import { plainNumber, shortNumber, siText, valueText } from './figureText.ts';

const statement: ReportStatement = {
  id: 's1',
  kind: 'fact',
  section: '一',
  theme: null,
  period: '2021',
  metric: '生产总值',
  value: 4286,
  unit: '亿元',
  valueSi: 428_600_000_000,
  unitSi: '元',
  comparator: 'eq',
  change: 'level',
  span: { start: 0, end: 1 },
  quote: { start: 0, end: 1 },
  confidence: 1,
};

test('a number keeps the decimals it has, with a thin space between thousands', () => {
  assert.equal(plainNumber(4286), '4\u2009286');
  assert.equal(plainNumber(398.5), '398.5');
  assert.equal(plainNumber(0.1 + 0.2), '0.3');
});

test('what a report writes in words is not written out in noughts', () => {
  assert.equal(valueText({ ...statement, value: 1e10, unit: '美元' }), '100\u2009亿');
  assert.equal(valueText({ ...statement, value: [4.5, 5], unit: '%' }), '4.5–5');
});

test('a ratio, a range and a way from one value to another are written as such', () => {
  assert.equal(valueText({ ...statement, value: [1.8, 30.3, 67.9], change: 'ratio' }), '1.8 : 30.3 : 67.9');
  assert.equal(valueText({ ...statement, value: 5, range: [5, 5.5] }), '5–5.5');
  assert.equal(valueText({ ...statement, value: 31, from: 34, to: 31 }), '34 → 31');
  assert.equal(valueText({ ...statement, value: null }), '—');
});

test('a change against something carries its sign, an addition does not', () => {
  assert.equal(valueText({ ...statement, value: 0.2, change: 'increase', baseline: '上年' }), '+0.2');
  assert.equal(valueText({ ...statement, value: 10, change: 'decrease' }), '−10');
  assert.equal(valueText({ ...statement, value: 86, change: 'increase' }), '86');
});

test('for a reader of English 万 and 亿 are plain numbers', () => {
  assert.equal(siText(statement), '428.6 bn CNY');
  assert.equal(siText({ unit: '%', unitSi: '%', valueSi: 6.4 }), undefined);
  assert.equal(siText({ unit: '万个', unitSi: '个', valueSi: 12_000 }), '12\u2009000');
  assert.equal(shortNumber(1_326_000), '1.326 m');
});
