import { test } from 'node:test';
import assert from 'node:assert/strict';
import { evaluate, feelText, parseExpression } from '../index.ts';

const text = (source: string): string =>
  feelText(evaluate(parseExpression(source, { mistakes: 'null' }), new Map()).value);

test('points and ranges stand in relations to each other', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['before(1, 10)', 'true'],
    ['before([1..10), 10)', 'true'],
    ['before([1..10], 10)', 'false'],
    ['after([11..20], [1..11))', 'true'],
    ['meets([1..5], [5..10])', 'true'],
    ['meets([1..5), [5..10])', 'false'],
    ['met by([5..10], [1..5])', 'true'],
    ['overlaps([1..5], [5..8])', 'true'],
    ['overlaps([1..5], (5..8])', 'false'],
    ['overlaps before([1..5], (1..5])', 'true'],
    ['overlaps after((1..5], [1..5))', 'true'],
    ['finishes(10, [1..10])', 'true'],
    ['finishes([5..10), [1..10])', 'false'],
    ['finished by([1..10], (1..10])', 'true'],
    ['includes([1..10], 10)', 'true'],
    ['includes([1..10), 10)', 'false'],
    ['during((1..10], [1..10])', 'true'],
    ['starts(1, (1..10])', 'false'],
    ['starts([1..5], [1..10])', 'true'],
    ['started by([1..10], [1..5])', 'true'],
    ['coincides([1..5], [1..5])', 'true'],
    ['during(date("2024-02-29"), [date("2024-02-01")..date("2024-03-01")))', 'true'],
    ['before(point1: 1, point2: 2)', 'true'],
    ['during(point: 3, range: [1..5])', 'true'],
    ['before(1, "a")', 'null'],
    ['meets(1, [1..2])', 'null'],
  ];
  for (const [source, expected] of pairs) assert.equal(text(source), expected, source);
});

test('range reads the text of a range whose ends are literals', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['range("[1..3)")', '[1..3)'],
    ['range(" ] 1 .. 3 [ ")', '(1..3)'],
    ['range("[\\"a\\"..\\"c..d\\"]")', '["a".."c..d"]'],
    ['range("[date(\\"2024-01-01\\")..@\\"2024-02-01\\"]")', '[2024-01-01..2024-02-01]'],
    ['range("(..3]")', '(<= 3)'],
    ['range("[3..1]")', 'null'],
    ['range("[..3]")', 'null'],
    ['range("[1..\\"b\\"]")', 'null'],
    ['range("[1+1..3]")', 'null'],
  ];
  for (const [source, expected] of pairs) assert.equal(text(source), expected, source);
});
