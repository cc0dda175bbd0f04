import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Decimal } from 'decimal.js';
import {
  add,
  compareExact,
  divide,
  exactOf,
  exactText,
  findExact,
  findInteger,
  findScaled,
  findWhole,
  isInteger,
  modulo,
  multiply,
  negate,
  roundTo,
  subtract,
  toNumber,
  type Exact,
  type Rounding,
} from './exact.ts';

/** So wide that no quotient of the test is rounded. */
const Wide = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_EVEN });
const Plain = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_EVEN, maxE: 6144, minE: -6143 });

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Numbers of all lengths, with many at the edges of what a double holds. */
function numerals(seed: number, count: number): string[] {
  const next = random(seed);
  const digits = (length: number): string =>
    String(1 + next(9)) + Array.from({ length: length - 1 }, () => String(next(10))).join('');
  const edges = [
    '0',
    '1',
    '9007199254740991',
    '9007199254740992',
    '9007199254740993',
    '0.1',
    '999999999999999',
    '1e15',
  ];
  return Array.from({ length: count }, () => {
    const sign = next(2) === 0 ? '-' : '';
    const kind = next(10);
    if (kind === 0) return sign + (edges[next(edges.length)] ?? '0');
    if (kind === 1) return `${sign}${digits(1 + next(34))}e${next(40) - 20}`;
    const whole = next(3) === 0 ? '0' : digits(1 + next(kind < 7 ? 4 : 17));
    return sign + (next(3) === 0 ? whole : `${whole}.${digits(1 + next(kind < 7 ? 3 : 18))}`);
  });
}

const plain = (value: Exact): Decimal => new Plain(exactText(value));
const agree = (found: Exact | undefined, wanted: Decimal, what: string): void => {
  if (found === undefined) assert.ok(!wanted.isFinite(), what);
  else assert.ok(plain(found).eq(wanted), `${what}: ${exactText(found)}, not ${wanted.toString()}`);
};

const roundings: readonly (readonly [Rounding, Decimal.Rounding])[] = [
  ['half even', Decimal.ROUND_HALF_EVEN],
  ['up', Decimal.ROUND_UP],
  ['down', Decimal.ROUND_DOWN],
  ['half up', Decimal.ROUND_HALF_UP],
  ['half down', Decimal.ROUND_HALF_DOWN],
  ['floor', Decimal.ROUND_FLOOR],
  ['ceiling', Decimal.ROUND_CEIL],
];

test('short numbers give what the library gives, in every operation', () => {
  const [left, right] = [numerals(1, 20_000), numerals(2, 20_000)];
  for (const [index, text] of left.entries()) {
    const other = right[index] ?? '0';
    const [a, b] = [findExact(text), findExact(other)];
    assert.ok(a !== undefined && b !== undefined);
    const [x, y] = [new Plain(text).toSignificantDigits(34), new Plain(other).toSignificantDigits(34)];
    const pair = `${text} and ${other}`;
    agree(a, x, text);
    agree(add(a, b), x.plus(y), `sum of ${pair}`);
    agree(subtract(a, b), x.minus(y), `difference of ${pair}`);
    agree(multiply(a, b), x.times(y), `product of ${pair}`);
    if (!y.isZero()) {
      agree(divide(a, b), x.div(y), `quotient of ${pair}`);
      const [u, v] = [new Wide(x), new Wide(y)];
      agree(modulo(a, b), new Plain(u.minus(v.times(u.div(v).floor()))).toSignificantDigits(34), `modulo of ${pair}`);
    }
    agree(negate(a), x.negated(), `negative of ${text}`);
    assert.equal(compareExact(a, b), x.comparedTo(y), `order of ${pair}`);
    assert.equal(isInteger(a), x.isInteger(), text);
    assert.equal(toNumber(a), x.toNumber() + 0, text);
    const whole = x.trunc().toNumber();
    assert.equal(findWhole(a), Number.isSafeInteger(whole) ? whole + 0 : undefined, text);
    const [rounding, mode] = roundings[index % roundings.length] ?? ['up', Decimal.ROUND_UP];
    agree(roundTo(a, index % 5, rounding), x.toDecimalPlaces(index % 5, mode), `${text} ${rounding}`);
  }
});

test('a JavaScript number is the decimal of its shortest text', () => {
  const next = random(3);
  for (let round = 0; round < 20_000; round += 1) {
    const value = (next(2 ** 31) / 10 ** next(9)) * (next(2) === 0 ? 1 : next(1000) / 7);
    const exact = exactOf(value);
    assert.ok(exact !== undefined);
    assert.ok(plain(exact).eq(new Plain(String(value))), String(value));
  }
});

test('there is no negative zero, and no blank zeros in a text', () => {
  const zeros = [findExact('-0'), findExact('-0.00'), exactOf(-0), negate(findExact('0') ?? raise())];
  for (const value of zeros) assert.equal(value === undefined ? '' : exactText(value), '0');
  assert.equal(exactText(findExact('1.500') ?? raise()), '1.5');
  assert.equal(exactText(findExact('-0.05') ?? raise()), '-0.05');
});

test('a number is scaled to whole units where that is exact', () => {
  assert.equal(findScaled(findExact('19.99') ?? raise(), 2), 1999);
  assert.equal(findScaled(findExact('19.999') ?? raise(), 2), undefined);
  assert.equal(findInteger(findExact('1e10') ?? raise()), 10_000_000_000);
});

function raise(): never {
  throw new assert.AssertionError({ message: 'no number' });
}
