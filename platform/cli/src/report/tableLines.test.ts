import { test } from 'node:test';
import assert from 'node:assert/strict';
import { tableLines, widthOf } from './tableLines.ts';

test('a Chinese character and a full-width mark take two cells', () => {
  assert.equal(widthOf('示例1（个）'), 11);
  assert.equal(widthOf('km²'), 3);
});

test('columns stand under each other whatever the characters', () => {
  const columns = [{ title: 'id' }, { title: '指标' }, { title: '值', right: true }];
  const rows = [
    ['s1', '示例增加值', '8'],
    ['s10', 'PM2.5', '12.5'],
  ];
  assert.deepEqual(
    [...tableLines(columns, rows)],
    ['id   指标          值', 's1   示例增加值     8', 's10  PM2.5       12.5'],
  );
});

test('a cell that is too long ends in …', () => {
  assert.deepEqual([...tableLines([{ title: 'x', most: 6 }], [['示例增加值']])], ['x', '示例…']);
});
