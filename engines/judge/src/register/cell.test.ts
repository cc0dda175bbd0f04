import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import { decimalText, isProblem, naturalValue, readCell, scaledInteger } from './cell.ts';
import { firms } from './fixtures/firms.ts';
import type { RegisterColumn } from './register.ts';

const column = (name: string): RegisterColumn => firms.columns.find((one) => one.name === name)!;
const read = (name: string, value: unknown) => {
  const cell = readCell(column(name), value);
  return isProblem(cell) ? cell.why.en : cell;
};

suite('a cell', () => {
  test('a number is an integer of its decimals, exactly', () => {
    assert.equal(scaledInteger('0.285', 3), 285);
    assert.equal(scaledInteger(19.99, 2), 1999);
    assert.equal(scaledInteger('90071992547409.91', 2), 9007199254740991);
    assert.equal(scaledInteger('-0.00', 2), 0);
    assert.equal(scaledInteger('1.005', 2), undefined);
    assert.equal(scaledInteger('90071992547409.92', 2), undefined);
    assert.equal(scaledInteger(1e30, 2), undefined);
    assert.equal(decimalText(-5, 2), '-0.05');
    assert.equal(decimalText(150, 2), '1.5');
  });

  test('what is read is told the same', () => {
    for (const [name, value] of [
      ['employees', '12'],
      ['research', '-1234.5'],
      ['exporting', true],
      ['founded', '2024-02-29'],
      ['sector', 'made'],
      ['street', '第3街'],
      ['street', null],
    ] as const) {
      const cell = readCell(column(name), value);
      assert.ok(!isProblem(cell));
      assert.equal(naturalValue(column(name), cell), value);
    }
  });

  test('what the model does not allow is told with the reason', () => {
    assert.equal(read('employees', '-1'), 'it is not within 0 and 1000000');
    assert.equal(read('employees', 1.5), 'it is no number of 0 decimals at most');
    assert.equal(read('research', Number.NaN), 'it is no number of 2 decimals at most');
    assert.equal(read('exporting', 'perhaps'), 'it is neither true nor false');
    assert.equal(read('founded', '2023-02-29'), 'it is no day such as 2031-01-01');
    assert.equal(read('sector', 'other'), 'it is none of the allowed values');
    assert.equal(read('street', 'x\0'), 'it is longer than 500 or can not be kept');
    assert.equal(read('street', { toString: 'x' }), 'it is no text');
  });
});
