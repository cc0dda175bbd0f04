import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from '../readRows.ts';

const read = (sentence: string) => readRows(sentence).map(({ metric, value }) => [metric, value]);

test('what a ratio was, and the target that was passed, are no statements of their own', () => {
  assert.deepEqual(read('三次产业结构由2026年末的26:31:43调整为24:35:41。'), [['三次产业结构', [24, 35, 41]]]);
  assert.deepEqual(
    read('财政收入增长26%，高于年初12%的目标14个百分点，年均增长20%。').map(([, value]) => value),
    [26, 14, 20],
  );
  assert.equal(read('财政收入增长26%，高于年初12%的目标14个百分点，年均增长20%。').at(-1)?.[0], '财政收入');
});

test('a ratio with a whole first number is no version', () => {
  assert.deepEqual(read('三次产业比重为5.0∶40.5∶54.5。'), [['三次产业比重', [5, 40.5, 54.5]]]);
});
