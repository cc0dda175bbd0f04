import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphsOf } from './paragraphsOf.ts';
import type { Mark } from './segmentsOf.ts';

const section = (path: string, start: number, end: number) => ({
  path,
  level: 1,
  title: path,
  start,
  end: 99,
  heading: { start, end },
});
const mark = (row: string, start: number, end: number): Mark => ({ row, start, end, kind: 'fact' });

test('each line that says something is a paragraph at its own place', () => {
  assert.deepEqual(
    paragraphsOf('甲乙\n\n  \r\n丙', [], []).map(({ start, end }) => [start, end]),
    [
      [0, 2],
      [8, 9],
    ],
  );
  assert.deepEqual(paragraphsOf('', [], []), []);
});

test('a line that is a heading as a whole heads its section; a leading sentence does not', () => {
  const [title, body] = paragraphsOf(
    '一、经济\n稳中有进。总量42亿元。',
    [],
    [section('一', 0, 4), section('稳', 5, 10)],
  );
  assert.equal(title?.heads?.path, '一');
  assert.equal(body?.heads, undefined);
});

test('a mark goes to each paragraph that it lies in, and to no other', () => {
  const found = paragraphsOf('甲甲\n乙乙\n丙丙', [mark('a', 0, 1), mark('b', 1, 4), mark('c', 6, 8)], []);
  assert.deepEqual(
    found.map(({ marks }) => marks.map(({ row }) => row)),
    [['a', 'b'], ['b'], ['c']],
  );
});
