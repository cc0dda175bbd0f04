import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { literal, valueOf } from '../../test/modelOf.ts';

const columns = '<column name="grade" typeRef="string"/><column name="rate" typeRef="number"/>';
const row = (...cells: readonly string[]): string => `<row>${cells.map(literal).join('')}</row>`;

test('a relation is a list of contexts, one for each row', () => {
  assert.deepEqual(valueOf(`<relation>${columns}${row('"A"', '0.2')}${row('"B"', '0.1')}</relation>`), [
    { grade: 'A', rate: 0.2 },
    { grade: 'B', rate: 0.1 },
  ]);
});

test('a row that has not one cell for each column is refused', () => {
  assert.throws(
    () => valueOf(`<relation>${columns}${row('"A"')}</relation>`),
    (error) => isFault(error, 'judge.malformed'),
  );
});
