import { test } from 'node:test';
import assert from 'node:assert/strict';
import { evaluate, feelText, parseExpression } from '../index.ts';

const text = (source: string): string =>
  feelText(evaluate(parseExpression(source, { mistakes: 'null' }), new Map()).value);

const check = (pairs: readonly (readonly [string, string])[]): void => {
  for (const [source, expected] of pairs) assert.equal(text(source), expected, source);
};

test('years reach nine digits either way', () => {
  check([
    ['date("999999999-12-31")', '999999999-12-31'],
    ['date(-999999999, 12, 31)', '-999999999-12-31'],
    ['date("999999999-12-31") + duration("P1D")', 'null'],
    ['date(1000000000, 1, 1)', 'null'],
    ['date("300000-02-29").weekday', text('date("2000-02-29").weekday')],
    ['date("300001-02-29")', 'null'],
    ['date("999999999-12-31").year', '999999999'],
    [
      'date and time("999999999-12-31T23:59:59.999999999@Europe/Paris")',
      '999999999-12-31T23:59:59.999999999@Europe/Paris',
    ],
    ['date and time("-999999999-12-31T23:59:59+02:00")', '-999999999-12-31T23:59:59+02:00'],
  ]);
});

test('arithmetic goes over into far years and back', () => {
  check([
    ['date("199999-12-31") + duration("P2Y")', '200001-12-31'],
    ['date("500000-03-31") + duration("P1M")', '500000-04-30'],
    ['date("500000-03-31") - duration("P497976Y")', '2024-03-31'],
    ['date("500000-01-01") - date("499999-12-31")', 'P1D'],
    ['date("500000-01-01") - date("2024-01-01") = duration("P1D") * 181881999', 'true'],
    ['date("2024-01-01") + (date("500000-01-01") - date("2024-01-01"))', '500000-01-01'],
    ['date("-0001-01-01") - duration("P1D")', '-0002-12-31'],
    ['date("10000-01-01") - duration("P1D")', '9999-12-31'],
    ['date("500000-01-01") > date("2024-01-01")', 'true'],
    ['date("-500000-01-01") < date("-499999-01-01")', 'true'],
    ['years and months duration(date("2024-03-15"), date("500024-03-14"))', 'P497999Y11M'],
    ['date and time("500000-12-31T24:00:00")', '500001-01-01T00:00:00'],
  ]);
});
