import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from '../statements/readRows.ts';
import { findAmbiguities } from './findAmbiguities.ts';

const report = (sentence: string) => `一、2030年工作回顾\n${sentence}\n`;
const read = (sentence: string) => {
  const { statements, ambiguities } = findAmbiguities(report(sentence), readRows(sentence));
  return { statements, ambiguities, texts: ambiguities.map(({ readings }) => readings.map(({ text }) => text)) };
};

test('a number that has lost its measure word offers the reading with it and the literal one', () => {
  const { texts, statements, ambiguities } = read('建成高速公路356公里、乡村道路120104公里。');
  assert.deepEqual(texts, [['120条104公里', '120104公里']]);
  assert.deepEqual(
    statements.map(({ value, unit }) => [value, unit]),
    [
      [356, '公里'],
      [120, '条'],
      [104, '公里'],
    ],
  );
  assert.ok(
    ambiguities[0]?.readings.every(
      ({ confidence, reason }) => confidence < 0.9 && reason.zh !== '' && reason.en !== '',
    ),
  );
});

test('its neighbours in one list are suspected too', () => {
  assert.deepEqual(read('建成高速公路5190公里、城市道路120104公里。').texts, [
    ['5条190公里', '5190公里'],
    ['120条104公里', '120104公里'],
  ]);
});

test('items that hold measures', () => {
  assert.deepEqual(read('落实98301条改革举措。').texts, [['98项301条', '98301条']]);
});

test('one number for two things offers the sum and each', () => {
  const { texts, ambiguities } = read('新增托育托位、养老床位1.2万个。');
  assert.deepEqual(texts, [['合计1.2万个', '各1.2万个']]);
  assert.deepEqual(
    ambiguities[0]?.readings[1]?.statements.map(({ metric, valueSi }) => [metric, valueSi]),
    [
      ['托育托位', 12000],
      ['养老床位', 12000],
    ],
  );
});

test('plain numbers have one reading', () => {
  for (const sentence of [
    '新改建农村公路3150公里。',
    '城镇、农村居民收入分别增长3%、4%。',
    '完成尖峰、尖兵攻关项目100项。',
    '规模居全国、全省首位。',
  ]) {
    assert.deepEqual(read(sentence).texts, [], sentence);
  }
});
