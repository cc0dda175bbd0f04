import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segmentsOf, type Mark } from './segmentsOf.ts';

const mark = (row: string, start: number, end: number): Mark => ({ row, start, end, kind: 'fact' });
const shown = (start: number, end: number, marks: readonly Mark[]): string =>
  segmentsOf({ start, end }, marks)
    .map((one) => `${one.start}-${one.end}:${one.marks.map(({ row }) => row).join('+')}`)
    .join(' ');

test('a text without marks is one segment, an empty one none', () => {
  assert.equal(shown(0, 9, []), '0-9:');
  assert.equal(shown(4, 4, [mark('a', 0, 9)]), '');
});

test('a system inside a task inside a target is cut into five, each with all that cover it', () => {
  const marks = [mark('system', 4, 6), mark('task', 3, 8), mark('target', 1, 9)];
  assert.equal(
    shown(0, 10, marks),
    '0-1: 1-3:target 3-4:target+task 4-6:target+task+system 6-8:target+task 8-9:target 9-10:',
  );
});

test('marks that cross share the middle', () => {
  assert.equal(shown(0, 8, [mark('a', 1, 5), mark('b', 3, 7)]), '0-1: 1-3:a 3-5:a+b 5-7:b 7-8:');
});

test('two marks on the same characters begin and end together, and touching marks do not overlap', () => {
  const [only, after] = segmentsOf({ start: 0, end: 4 }, [mark('a', 0, 2), mark('b', 0, 2), mark('c', 2, 4)]);
  assert.deepEqual([only?.begins.length, only?.ends.length, after?.marks.length], [2, 2, 1]);
});

test('a mark that reaches beyond the range is cut, and neither begins nor ends where it was cut', () => {
  const [first, last] = segmentsOf({ start: 5, end: 10 }, [mark('a', 0, 7)]);
  assert.deepEqual([first?.start, first?.end, first?.begins.length, first?.ends.length], [5, 7, 0, 1]);
  assert.deepEqual([last?.start, last?.marks], [7, []]);
});

test('an empty mark and one that touches the range from outside leave no trace', () => {
  assert.equal(shown(2, 6, [mark('a', 3, 3), mark('b', 0, 2), mark('c', 6, 8)]), '2-6:');
});

test('segments make up the range whatever the marks are', () => {
  const marks = Array.from({ length: 300 }, (_none, index) => {
    const start = (index * 7919) % 1000;
    return mark(String(index), start, start + ((index * 31) % 40));
  });
  const segments = segmentsOf({ start: 100, end: 900 }, marks);
  assert.equal(segments[0]?.start, 100);
  assert.equal(segments.at(-1)?.end, 900);
  for (const [index, one] of segments.entries()) {
    if (index > 0) assert.equal(one.start, segments[index - 1]?.end);
    const over = marks.filter(({ start, end }) => start < end && start <= one.start && end >= one.end);
    assert.deepEqual(new Set(one.marks), new Set(over));
  }
});
