import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Ambiguity, Statement } from '../reading.ts';
import { linkRow, statementRow, systemRow, taskRow } from './index.ts';

const text = '示例市新增示例企业12万户以上，推广示例码。';
const statement: Statement = {
  id: 's1',
  kind: 'target',
  section: '三/(一)',
  theme: null,
  period: '2030',
  metric: '新增示例企业',
  value: 12,
  unit: '万户',
  valueSi: 120_000,
  unitSi: '户',
  comparator: 'ge',
  change: 'increase',
  span: { start: 9, end: 15 },
  quote: { start: 3, end: 15 },
  confidence: 0.9,
  cue: '以上',
  distributive: [1, 2],
};

test('a statement is written with the words that it stands on, and only the fields that it has', () => {
  assert.deepEqual(statementRow(text, statement), {
    id: 's1',
    section: '三/(一)',
    theme: null,
    kind: 'target',
    period: '2030',
    metric: '新增示例企业',
    value: 12,
    unit: '万户',
    value_si: 120_000,
    unit_si: '户',
    comparator: 'ge',
    change: 'increase',
    quote: '新增示例企业12万户以上',
    start: 3,
    end: 15,
    span: '12万户以上',
    span_start: 9,
    span_end: 15,
    confidence: 0.9,
    cue: '以上',
    distributive: [1, 2],
  });
});

test('a row of an ambiguous place carries the other readings too', () => {
  const one = { ...statement, ambiguity: 'a1' };
  const other = { ...statement, value: 2, valueSi: 20_000 };
  const reason = { zh: '量词可能丢失', en: 'a measure word may be lost' };
  const ambiguity: Ambiguity = {
    id: 'a1',
    span: { start: 9, end: 13 },
    readings: [
      { text: '12万户', confidence: 0.6, reason, statements: [one] },
      { text: '1条2万户', confidence: 0.4, reason, statements: [other] },
    ],
  };
  const row = statementRow(text, one, ambiguity);
  assert.deepEqual([row.ambiguity, row.uncertain, row.literal, row.reading], ['a1', true, '12万户', '12万户']);
  assert.deepEqual(row.alternatives, [
    {
      reading: '1条2万户',
      confidence: 0.4,
      statements: [{ metric: '新增示例企业', value: 2, unit: '万户', value_si: 20_000, unit_si: '户' }],
    },
  ]);
});

test('a task is written with its verb, object and words', () => {
  const place = { section: '三/(一)', theme: '示例', period: '2030', confidence: 0.8 };
  const task = { id: 't1', ...place, verb: '推广', object: '示例码', modifier: '', span: { start: 16, end: 21 } };
  assert.deepEqual(taskRow(text, task), {
    id: 't1',
    ...place,
    modifier: '',
    verb: '推广',
    object: '示例码',
    quote: '推广示例码',
    start: 16,
    end: 21,
  });
});

test('a system is written with every place that names it', () => {
  const span = { start: 18, end: 21 };
  const about = { id: 'y1', name: '示例码', category: 'code', section: '三/(一)', confidence: 0.7 } as const;
  const place = { quote: '示例码', ...span };
  assert.deepEqual(systemRow(text, { ...about, span, mentions: [span] }), { ...about, ...place, mentions: [place] });
});

test('a link names its ends by where their values begin', () => {
  const fact = { ...statement, id: 's0', kind: 'fact', period: '2029', span: { start: 2, end: 4 } } as const;
  const link = { id: 'l1', fact: 's0', target: 's1', metric: '新增示例企业', confidence: 0.9 };
  const find = (id: string) => [fact, statement].find((one) => one.id === id);
  const row = linkRow(link, find);
  assert.deepEqual([row?.fact, row?.target, row?.fact_period, row?.target_comparator], [2, 9, '2029', 'ge']);
  assert.equal(linkRow({ ...link, fact: 's9' }, find), undefined);
});
