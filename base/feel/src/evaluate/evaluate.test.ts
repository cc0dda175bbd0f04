import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import {
  evaluate,
  feelText,
  parseExpression,
  parseUnaryTests,
  toFeel,
  type FeelContext,
  type FeelValue,
  type Variables,
} from '../index.ts';

const types: Variables = {
  水位: 'number',
  'water level': 'number',
  a: 'any',
  s: 'string',
  'a b': { context: { 'c d': 'number' } },
};
const values: FeelContext = new Map<string, FeelValue>([
  ['水位', toFeel(0.62)],
  ['water level', toFeel(2)],
  ['a', null],
  ['s', '内涝点'],
  ['a b', toFeel({ 'c d': 7 })],
]);

const text = (source: string): string =>
  feelText(evaluate(parseExpression(source, { variables: types, mistakes: 'null' }), values).value);

const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'numbers are exact decimals of 34 digits': [
    ['0.1 + 0.2 = 0.3', 'true'],
    ['19.99 * 100 = 1999', 'true'],
    ['decimal(0.285, 2)', '0.28'],
    ['decimal(0.275, 2)', '0.28'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['2 ** 10 - -1', '1025'],
    ['1 / 0', 'null'],
    ['1e6000 * 1e6000', 'null'],
    ['modulo(-5, 3)', '1'],
  ],
  'names may hold spaces and Chinese': [
    ['水位 + water level', '2.62'],
    ['a b.c d * 2', '14'],
    ['if 水位 >= 0.5 then "红色" else "黄色"', '"红色"'],
  ],
  'logic is three-valued and equality with null is not': [
    ['a = 5', 'false'],
    ['not(a = 5)', 'true'],
    ['not(a < 5)', 'null'],
    ['a < 5 or true', 'true'],
    ['a < 5 and false', 'false'],
    ['a < 5 and true', 'null'],
    ['null = null', 'true'],
    ['min(1, null)', 'null'],
    ['1 = "1"', 'null'],
  ],
  'lists, contexts, filters, loops and quantifiers': [
    ['[1, 2, 3][item > 1]', '[2, 3]'],
    ['[1, 2, 3][-1]', '3'],
    ['[{n: 1}, {n: 2}][n = 2].n', '[2]'],
    ['{x: 1, y: x + 1}.y', '2'],
    ['for i in 1..3, j in [i, 10] return i * j', '[1, 10, 4, 20, 9, 30]'],
    ['for i in 1..4 return if i = 1 then 1 else i * partial[-1]', '[1, 2, 6, 24]'],
    ['some i in [1, 2] satisfies i > 1', 'true'],
    ['every i in [1, null] satisfies i > 0', 'null'],
    ['sum([1, 2.5])', '3.5'],
    ['count([1, 2])', '2'],
    ['sort([3, 1, 2], function(x, y) x > y)', '[3, 2, 1]'],
    ['{f: function(x: number) x * 2, r: f(4)}.r', '8'],
  ],
  'ranges and in': [
    ['0.15 in [0.15..0.3)', 'true'],
    ['0.3 in [0.15..0.3)', 'false'],
    ['5 in (> 3, 1)', 'true'],
    ['4 between 1 and 3', 'false'],
    ['3 in (>= 5)', 'false'],
  ],
  'dates, times and durations': [
    ['date("2024-01-31") + duration("P1M")', '2024-02-29'],
    ['date("2024-03-01") - date("2024-02-28")', 'P2D'],
    ['date and time("2024-01-01T23:30:00") + duration("PT1H")', '2024-01-02T00:30:00'],
    ['date and time("2024-01-01T08:00:00+08:00") = date and time("2024-01-01T00:00:00Z")', 'true'],
    ['time("23:30:00") + duration("PT45M")', '00:15:00'],
    ['date("2024-02-30")', 'null'],
    ['duration("P1D") * 1e40', 'null'],
    ['duration("P1Y") / 2', 'P6M'],
    ['date and time("2024-12-31T24:00:00")', '2025-01-01T00:00:00'],
    ['@"-0044-03-15".year', '-44'],
    ['duration("PT90M").hours', '1'],
    ['years and months duration(date("2020-01-31"), date("2021-03-01"))', 'P1Y1M'],
    ['date("2024-01-01").weekday', '1'],
  ],
  'texts count characters': [
    ['string length("一网𠮷")', '3'],
    ['substring("一网通办", 3)', '"通办"'],
    ['substring(string: "abc", start position: -2, length: 1)', '"b"'],
    ['upper case("ab") + "c"', '"ABc"'],
    ['contains(s, "涝")', 'true'],
    ['string join(["a", null, "b"], "、")', '"a、b"'],
    ['string(1.50)', '"1.5"'],
    ['number("1 234,5", " ", ",")', '1234.5'],
  ],
};

for (const [title, pairs] of Object.entries(cases)) {
  test(title, () => {
    for (const [source, expected] of pairs) assert.equal(text(source), expected, source);
  });
}

test('unary tests say whether a value passes a cell', () => {
  const passes = (cell: string, tested: FeelValue): FeelValue =>
    evaluate(parseUnaryTests(cell, { variables: { '?': 'any' } }), new Map(), { tested }).value;
  assert.equal(passes('<= 0.15', toFeel(0.15)), true);
  assert.equal(passes('[0.2..0.5)', toFeel(0.5)), false);
  assert.equal(passes('"a", "b"', 'b'), true);
  assert.equal(passes('not("a", "b")', 'b'), false);
  assert.equal(passes('-', null), true);
  assert.equal(passes('? > 3 and ? < 5', toFeel(4)), true);
  assert.equal(passes('> 3', null), null);
  assert.equal(passes('null', null), true);
});

test('a trace hears of every part with its value', () => {
  const seen: string[] = [];
  const expression = parseExpression('1 + 2 > 2');
  evaluate(expression, new Map(), {
    trace: (node, value) => seen.push(`${expression.text.slice(node.from, node.to)} = ${feelText(value)}`),
  });
  assert.deepEqual(seen, ['1 = 1', '2 = 2', '1 + 2 = 3', '2 = 2', '1 + 2 > 2 = true']);
});

test('what can not be computed is null with a warning at its place', () => {
  const { value, warnings } = evaluate(parseExpression('1 +\n a', { variables: types }), values);
  assert.equal(value, null);
  assert.deepEqual(
    warnings.map(({ place, en }) => [place.line, place.column, en]),
    [[1, 1, 'can not compute number + null']],
  );
});

test('an endless loop ends with a fault', () => {
  const nested = parseExpression('for i in 1..100000, j in 1..100000 return i');
  assert.throws(
    () => evaluate(nested, new Map(), { maxSteps: 10_000 }),
    (error) => isFault(error, 'feel.tooMuchWork'),
  );
});
