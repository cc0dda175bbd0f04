import { test } from 'node:test';
import assert from 'node:assert/strict';
import { scoreStatements, type AnnotatedStatement } from './scoreStatements.ts';

const row: AnnotatedStatement = {
  id: 'q1',
  span_start: 10,
  span_end: 16,
  value_si: 120_000,
  unit_si: '户',
  comparator: 'ge',
  change: 'increase',
  kind: 'target',
  period: '2030',
  metric: '新增示例企业',
};
const perfect = { precision: 1, recall: 1, f1: 1 };

test('a row read as it was annotated is right on every level', () => {
  const { levels, missed, surplus, wrong } = scoreStatements([row], [row]);
  for (const score of Object.values(levels)) assert.deepEqual(score, perfect);
  assert.deepEqual([missed, surplus, wrong], [[], [], []]);
});

test('a value elsewhere in the text is missed, and what was read instead is surplus', () => {
  const elsewhere = { ...row, span_start: 16, span_end: 20 };
  const { levels, missed, surplus } = scoreStatements([row], [elsewhere]);
  assert.deepEqual(levels.value, { precision: 0, recall: 0, f1: 0 });
  assert.deepEqual([missed, surplus], [[row], [elsewhere]]);
});

test('a wrong unit keeps the value right and takes every level above it', () => {
  const { levels, wrong } = scoreStatements([row], [{ ...row, unit_si: '家' }]);
  assert.deepEqual(levels.value, perfect);
  assert.equal(levels['value+unit'].f1, 0);
  assert.equal(levels['value+unit+comparator'].f1, 0);
  assert.deepEqual(levels.metric, perfect);
  assert.deepEqual(
    wrong.map(({ field }) => field),
    ['unit_si'],
  );
});

test('a wrong period takes only its own level', () => {
  const { levels } = scoreStatements([row], [{ ...row, period: null }]);
  assert.equal(levels['value+unit+period'].f1, 0);
  assert.deepEqual(levels['value+unit+kind'], perfect);
});

test('no period was annotated: none may be read', () => {
  const { levels } = scoreStatements([{ ...row, period: null }], [{ ...row, period: null }]);
  assert.deepEqual(levels['value+unit+period'], perfect);
});

test('a metric is right when it is likely the same words', () => {
  const metric = (read: string): number => scoreStatements([row], [{ ...row, metric: read }]).levels.metric.f1;
  assert.equal(metric('示例企业'), 1);
  assert.equal(metric('企业'), 0);
});

test('of two that could meet a row, the one with its unit does', () => {
  const other = { ...row, unit_si: '家' };
  const { levels, surplus } = scoreStatements([row], [other, row]);
  assert.equal(levels['value+unit'].recall, 1);
  assert.equal(levels['value+unit'].precision, 0.5);
  assert.deepEqual(surplus, [other]);
});

test('the values of a ratio are compared as a set of as many', () => {
  const ratio = { ...row, value_si: [1.8, 30.3, 67.9] };
  assert.equal(scoreStatements([ratio], [{ ...ratio, value_si: [67.9, 30.3, 1.8] }]).levels.value.f1, 1);
  assert.equal(scoreStatements([ratio], [{ ...ratio, value_si: [1.8, 30.3] }]).levels.value.f1, 0);
});

test('a comparison without a value of its own is met by one without a value', () => {
  const none = { ...row, value_si: null };
  assert.equal(scoreStatements([none], [none]).levels.value.f1, 1);
});

test('soft and uncertain rows count neither for nor against, read or not', () => {
  const soft = { ...row, id: 'q2', span_start: 30, span_end: 34, soft: true };
  const uncertain = { ...row, id: 'q3', span_start: 40, span_end: 44, uncertain: true };
  const near = { ...uncertain, value_si: 7 };
  for (const read of [[row], [row, soft, uncertain], [row, near]]) {
    const scores = scoreStatements([row, soft, uncertain], read);
    assert.deepEqual(scores.levels['value+unit'], perfect);
    assert.deepEqual([scores.annotated, scores.optional, scores.read], [1, 2, 1]);
    assert.deepEqual([scores.missed, scores.surplus], [[], []]);
  }
});

test('nothing read at all scores zero, and divides by nothing', () => {
  assert.deepEqual(scoreStatements([row], []).levels.value, { precision: 0, recall: 0, f1: 0 });
  assert.deepEqual(scoreStatements([], []).levels.value, { precision: 0, recall: 0, f1: 0 });
});
