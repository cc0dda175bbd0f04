import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movedIds } from './movedIds.ts';
import { exampleReading } from './test/exampleReading.ts';

const [first, second, third] = exampleReading.statements;
assert.ok(first && second && third);

test('a reading that numbers as the one before moves nothing', () => {
  assert.deepEqual([...movedIds(exampleReading, exampleReading)], []);
});

test('rows are followed to the ids that a later reading gives them', () => {
  const found = { ...first, id: 's1', metric: '新发现', span: { start: 15, end: 17 } };
  const after = {
    ...exampleReading,
    statements: [found, { ...first, id: 's2' }, { ...second, id: 's3' }, { ...third, id: 's5' }],
    links: [{ id: 'l7', fact: 's2', target: 's5', metric: '新增岗位', confidence: 1 }],
  };
  assert.deepEqual(Object.fromEntries(movedIds(exampleReading, after)), { s1: 's2', s2: 's3', s3: 's5', l1: 'l7' });
});

test('a row that is gone leaves its id to no other row', () => {
  const other = { ...first, id: 's1', span: { start: 15, end: 17 } };
  const after = { ...exampleReading, statements: [other, second, third], tasks: [], links: [] };
  const moved = movedIds(exampleReading, after);
  assert.match(moved.get('s1') ?? '', /^s([5-9]|1[0-9])$/);
  assert.equal(moved.get('t1'), undefined, 'no row has its id');
});
