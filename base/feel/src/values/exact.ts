import { Decimal } from 'decimal.js';

/**
 * Exact decimals as FEEL asks (IEEE 754 decimal128: 34 digits, half-even, exponents to ±6144).
 * Nothing outside this file knows the library, so that it can be exchanged.
 */
const Decimal34 = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_EVEN, maxE: 6144, minE: -6143 });

export type Exact = Decimal;
export type Rounding = 'half even' | 'up' | 'down' | 'half up' | 'half down' | 'floor' | 'ceiling';

const modes: Readonly<Record<Rounding, Decimal.Rounding>> = {
  'half even': Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  'half up': Decimal.ROUND_HALF_UP,
  'half down': Decimal.ROUND_HALF_DOWN,
  floor: Decimal.ROUND_FLOOR,
  ceiling: Decimal.ROUND_CEIL,
};

const numeral = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,5})?$/;

export function isExact(value: unknown): value is Exact {
  return value instanceof Decimal34;
}

/** Undefined where it is no numeral or lies outside decimal128. */
export function findExact(text: string): Exact | undefined {
  return numeral.test(text) ? finite(new Decimal34(text).toSignificantDigits(34)) : undefined;
}

/** Of a JavaScript number by its shortest text (0.1 is one tenth); undefined for NaN and the infinities. */
export function exactOf(value: number | bigint): Exact | undefined {
  return finite(new Decimal34(value.toString()).toSignificantDigits(34));
}

function finite(value: Decimal): Exact | undefined {
  return value.isFinite() ? value : undefined;
}

export const zero: Exact = new Decimal34(0);
export const one: Exact = new Decimal34(1);

/** Arithmetic gives undefined on overflow, division by zero and roots of negatives: null in FEEL. */
export const add = (a: Exact, b: Exact): Exact | undefined => finite(a.plus(b));
export const subtract = (a: Exact, b: Exact): Exact | undefined => finite(a.minus(b));
export const multiply = (a: Exact, b: Exact): Exact | undefined => finite(a.times(b));
export const divide = (a: Exact, b: Exact): Exact | undefined => (b.isZero() ? undefined : finite(a.div(b)));
export const power = (a: Exact, b: Exact): Exact | undefined =>
  b.abs().greaterThan(1_000_000) ? undefined : finite(a.pow(b));
export const negate = (a: Exact): Exact => a.negated();
export const absolute = (a: Exact): Exact => a.abs();
export const squareRoot = (a: Exact): Exact | undefined => (a.isNegative() ? undefined : finite(a.sqrt()));
export const exponential = (a: Exact): Exact | undefined => (a.abs().greaterThan(15_000) ? undefined : finite(a.exp()));
export const naturalLog = (a: Exact): Exact | undefined => (a.greaterThan(0) ? finite(a.ln()) : undefined);
export const compareExact = (a: Exact, b: Exact): number => a.comparedTo(b);
export const isInteger = (a: Exact): boolean => a.isInteger();
export const isZero = (a: Exact): boolean => a.isZero();

/** FEEL modulo: the sign follows the divisor. */
export function modulo(a: Exact, b: Exact): Exact | undefined {
  if (b.isZero()) return undefined;
  return finite(a.minus(b.times(a.div(b).floor())));
}

/** To a number of places after the point (negative: before it). */
export function roundTo(value: Exact, places: number, rounding: Rounding): Exact | undefined {
  if (!Number.isInteger(places) || places < -6111 || places > 6176) return undefined;
  if (places >= 0) return finite(value.toDecimalPlaces(places, modes[rounding]));
  const scale = new Decimal34(10).pow(-places);
  return finite(value.div(scale).toDecimalPlaces(0, modes[rounding]).times(scale));
}

/** The whole number towards zero, where FEEL takes a position or a scale; undefined past what JavaScript holds exactly. */
export function findWhole(value: Exact): number | undefined {
  return findInteger(value.trunc());
}

/** A whole number that JavaScript holds exactly; undefined otherwise. */
export function findInteger(value: Exact): number | undefined {
  if (!value.isInteger()) return undefined;
  const number = value.toNumber();
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The nearest double, for the door to JSON only. */
export const toNumber = (value: Exact): number => value.toNumber();

/** Plain digits; an exponent only past 40 places. */
export function exactText(value: Exact): string {
  return Math.abs(value.e) > 40 ? value.toString() : value.toFixed();
}
