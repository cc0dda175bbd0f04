import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRows } from '../readRows.ts';

const values = (sentence: string) => readRows(sentence).map(({ value, unit }) => [value, unit]);

test('households and people go each from their own number to their own', () => {
  assert.deepEqual(values('贫困人口由1300户4900人减至80户150人。'), [
    [[1300, 80], '户'],
    [[4900, 150], '人'],
  ]);
});
