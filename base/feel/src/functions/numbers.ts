import {
  absolute,
  exponential,
  findWhole,
  isExact,
  isInteger,
  isZero,
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

const ofNumber = (body: (value: Exact) => FeelValue | undefined): Definition => [
  [['number']],
  ([value]) => (value !== undefined && isExact(value) ? body(value) : undefined),
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
  modulo: [[['dividend', 'divisor']], ([a = null, b = null]) => (isExact(a) && isExact(b) ? modulo(a, b) : undefined)],
  sqrt: ofNumber(squareRoot),
  log: ofNumber(naturalLog),
  exp: ofNumber(exponential),
  odd: ofNumber((value) => isInteger(value) && !isEven(value)),
  even: ofNumber((value) => isInteger(value) && isEven(value)),
  not: [[['negand']], ([value = null]) => (typeof value === 'boolean' ? !value : null)],
};

function isEven(value: Exact): boolean {
  const two = exactOf(2);
  const rest = two === undefined ? undefined : modulo(value, two);
  return rest !== undefined && isZero(rest);
}
