import { spend } from '../evaluate/run.ts';
import {
  absolute,
  exponential,
  findWhole,
  isExact,
  isInteger,
  isZero,
  magnitude,
  modulo,
  naturalLog,
  roundTo,
  squareRoot,
  exactOf,
  type Exact,
  type Rounding,
} from '../values/exact.ts';
import { isTagged, type FeelValue } from '../values/value.ts';
import type { Definition, Definitions } from './builtin.ts';

const ofNumber = (body: (value: Exact) => FeelValue | undefined, cost = 0): Definition => [
  [['number']],
  ([value], run) => {
    spend(run, cost);
    return value !== undefined && isExact(value) ? body(value) : undefined;
  },
];

const rounded = (rounding: Rounding, optionalScale: boolean): Definition => [
  [['n', optionalScale ? 'scale?' : 'scale']],
  ([value = null, scale]) => {
    if (!isExact(value)) return undefined;
    const places =
      scale === undefined && optionalScale ? 0 : scale !== undefined && isExact(scale) ? findWhole(scale) : undefined;
    return places === undefined ? undefined : roundTo(value, places, rounding);
  },
];

export const numberFunctions: Definitions = {
  decimal: rounded('half even', false),
  round: rounded('half even', true),
  floor: rounded('floor', true),
  ceiling: rounded('ceiling', true),
  'round up': rounded('up', false),
  'round down': rounded('down', false),
  'round half up': rounded('half up', false),
  'round half down': rounded('half down', false),
  abs: [
    [['n']],
    ([value = null]) => {
      if (isExact(value)) return absolute(value);
      if (!isTagged(value)) return undefined;
      if (value.kind === 'years and months duration') return { ...value, months: Math.abs(value.months) };
      if (value.kind !== 'days and time duration') return undefined;
      return { ...value, nanoseconds: value.nanoseconds < 0n ? -value.nanoseconds : value.nanoseconds };
    },
  ],
  modulo: [
    [['dividend', 'divisor']],
    ([a = null, b = null], run) => {
      if (!isExact(a) || !isExact(b)) return undefined;
      // Past 34 digits between the two the quotient is a number of thousands of digits.
      spend(run, Math.max(0, magnitude(a) - magnitude(b)) >> 4);
      return modulo(a, b);
    },
  ],
  sqrt: ofNumber(squareRoot, 10),
  log: ofNumber(naturalLog, 100),
  exp: ofNumber(exponential, 100),
  odd: ofNumber((value) => isInteger(value) && !isEven(value)),
  even: ofNumber((value) => isInteger(value) && isEven(value)),
  not: [[['negand']], ([value = null]) => (typeof value === 'boolean' ? !value : null)],
};

function isEven(value: Exact): boolean {
  const two = exactOf(2);
  const rest = two === undefined ? undefined : modulo(value, two);
  return rest !== undefined && isZero(rest);
}
