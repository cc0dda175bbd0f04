import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Statement } from '../reading.ts';
import { finiteRows } from './finiteRows.ts';
import type { ReadRows } from './readRows.ts';
import { exampleReading } from './test/exampleReading.ts';

const odd: readonly Partial<Statement>[] = [
  { value: Infinity },
  { value: [1, Infinity] },
  { valueSi: -Infinity },
  { range: [1, NaN] },
];

test('a number of hundreds of digits is no figure, wherever it stands', () => {
  const statements = odd.flatMap((part) => exampleReading.statements.map((one) => ({ ...one, ...part })));
  const rows: ReadRows = { ...exampleReading, statements };
  assert.deepEqual(finiteRows(rows).statements, []);
  assert.deepEqual(finiteRows(exampleReading), exampleReading);
});
