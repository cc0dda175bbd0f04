import { test } from 'node:test';
import assert from 'node:assert/strict';
import { scoreTasks } from './scoreTasks.ts';

const task = { id: 't1', verb: '建设', object: '示例大道', start: 10, end: 20 };
const hits = (met: Partial<typeof task>): number => scoreTasks([task], [{ ...task, ...met }]).hits;

test('half of either span and the same verb make a hit', () => {
  assert.equal(hits({ start: 15, end: 25 }), 1);
  assert.equal(hits({ start: 16, end: 26 }), 0, 'less than half of the annotated one');
  assert.equal(hits({ start: 10, end: 31 }), 0, 'less than half of the read one');
  assert.equal(hits({ verb: '推进' }), 0);
});

test('one that was read meets one annotated row only', () => {
  const { hits: met, missed, surplus, score } = scoreTasks([task, { ...task, id: 't2' }], [task]);
  assert.deepEqual([met, missed.map(({ id }) => id), surplus], [1, ['t2'], []]);
  assert.deepEqual([score.precision, score.recall], [1, 0.5]);
});
