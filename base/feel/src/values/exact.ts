import { Decimal } from 'decimal.js';

/**
 * Exact decimals as FEEL asks (IEEE 754 decimal128: 34 digits, half-even, exponents to ±6144).
 * Nothing outside this file knows the library, so that it can be exchanged.
 *
 * Most numbers of rules are short: they are held as a whole number below 2^53 and a count of decimal places, and what
 * can be computed exactly on these in doubles is (a comparison in 4 ns against 100, a sum in 10 against 250). All else
 * goes to the library. A property test holds the two ways equal.
 */
const Decimal34 = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  modulo: Decimal.ROUND_FLOOR,
  maxE: 6144,
  minE: -6143,
});

/** Most decimal places of a short number: 10^15 is exact as a double, and so is a quotient by it correctly rounded. */
const maxPlaces = 15;
const tens: readonly number[] = Array.from({ length: maxPlaces + 1 }, (_, power) => Number(`1e${power}`));
const safe = Number.MAX_SAFE_INTEGER;

class ExactNumber {
  /** The value is digits / 10^places, where `places` is not negative; else it is `long`. */
  readonly digits: number;
  readonly places: number;
  #long: Decimal | undefined;

  constructor(digits: number, places: number, long: Decimal | undefined) {
    this.digits = digits;
    this.places = places;
    this.#long = long;
  }

  get long(): Decimal {
    this.#long ??= new Decimal34(`${this.digits}e-${this.places}`);
    return this.#long;
  }

  toString(): string {
    return exactText(this);
  }
}

export type Exact = ExactNumber;
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
const shortNumeral = /^-?\d{1,9}(?:\.(\d{1,6}))?$/;

export function isExact(value: unknown): value is Exact {
  return value instanceof ExactNumber;
}

/** `+ 0`: there is no negative zero among decimals. */
const short = (digits: number, places: number): Exact => new ExactNumber(digits + 0, places, undefined);

const isShort = (value: Exact): boolean => value.places >= 0;

/** Undefined where it lies outside decimal128; short where it can be. */
function ofLong(value: Decimal): Exact | undefined {
  if (!value.isFinite()) return undefined;
  if (value.isZero()) return zero;
  const places = value.dp();
  if (places <= maxPlaces && value.e < 15) {
    const digits: number = places === 0 ? value.toNumber() : value.times(tens[places] ?? 1).toNumber();
    if (Math.abs(digits) <= safe) return short(digits, places);
  }
  return new ExactNumber(0, -1, value);
}

/** Undefined where it is no numeral or lies outside decimal128. */
export function findExact(text: string): Exact | undefined {
  const plain = shortNumeral.exec(text);
  if (plain !== null) {
    const places = plain[1]?.length ?? 0;
    return short(Number(places === 0 ? text : text.replace('.', '')), places);
  }
  return numeral.test(text) ? ofLong(new Decimal34(text).toSignificantDigits(34)) : undefined;
}

/** Of a JavaScript number by its shortest text (0.1 is one tenth); undefined for NaN and the infinities. */
export function exactOf(value: number | bigint): Exact | undefined {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return short(value, 0);
    for (let places = 1; places <= 6; places += 1) {
      const ten = tens[places] ?? 1;
      const digits: number = value * ten;
      // At most 15 digits that read as this double: no other decimal that short does.
      if (Math.abs(digits) < 1e15 && Number.isInteger(digits) && digits / ten === value) return short(digits, places);
    }
  }
  return ofLong(new Decimal34(value.toString()).toSignificantDigits(34));
}

export const zero: Exact = short(0, 0);
export const one: Exact = short(1, 0);

/** The digits of a short number at more places; NaN where they pass what a double holds exactly. */
function digitsAt(value: Exact, places: number): number {
  if (value.places === places) return value.digits;
  const digits = value.digits * (tens[places - value.places] ?? NaN);
  return Math.abs(digits) <= safe ? digits : NaN;
}

/** NaN and whatever is not exact fail the comparison. */
const holds = (digits: number): boolean => Math.abs(digits) <= safe;

/** Arithmetic gives undefined on overflow, division by zero and roots of negatives: null in FEEL. */
export function add(a: Exact, b: Exact): Exact | undefined {
  if (isShort(a) && isShort(b)) {
    const places = Math.max(a.places, b.places);
    const digits = digitsAt(a, places) + digitsAt(b, places);
    if (holds(digits)) return short(digits, places);
  }
  return ofLong(a.long.plus(b.long));
}

export function subtract(a: Exact, b: Exact): Exact | undefined {
  if (isShort(a) && isShort(b)) {
    const places = Math.max(a.places, b.places);
    const digits = digitsAt(a, places) - digitsAt(b, places);
    if (holds(digits)) return short(digits, places);
  }
  return ofLong(a.long.minus(b.long));
}

export function multiply(a: Exact, b: Exact): Exact | undefined {
  if (isShort(a) && isShort(b) && a.places + b.places <= maxPlaces) {
    const digits = a.digits * b.digits;
    if (holds(digits)) return short(digits, a.places + b.places);
  }
  return ofLong(a.long.times(b.long));
}

export function divide(a: Exact, b: Exact): Exact | undefined {
  if (isZero(b)) return undefined;
  if (isShort(a) && isShort(b)) {
    for (let more = Math.max(0, b.places - a.places); more <= 6; more += 2) {
      const digits = a.digits * (tens[more] ?? NaN);
      if (!holds(digits)) break;
      const places = a.places + more - b.places;
      if (digits % b.digits === 0 && places <= maxPlaces) return short(digits / b.digits, places);
    }
  }
  return ofLong(a.long.div(b.long));
}

export function power(a: Exact, b: Exact): Exact | undefined {
  return b.long.abs().greaterThan(1_000_000) ? undefined : ofLong(a.long.pow(b.long));
}

export const negate = (a: Exact): Exact => (isShort(a) ? short(-a.digits, a.places) : wrap(a.long.negated()));
export const absolute = (a: Exact): Exact => (isShort(a) ? short(Math.abs(a.digits), a.places) : wrap(a.long.abs()));
export const squareRoot = (a: Exact): Exact | undefined => (isNegative(a) ? undefined : ofLong(a.long.sqrt()));
export const exponential = (a: Exact): Exact | undefined =>
  a.long.abs().greaterThan(15_000) ? undefined : ofLong(a.long.exp());
export const naturalLog = (a: Exact): Exact | undefined =>
  isNegative(a) || isZero(a) ? undefined : ofLong(a.long.ln());

const wrap = (long: Decimal): Exact => new ExactNumber(0, -1, long);

export function compareExact(a: Exact, b: Exact): number {
  if (isShort(a) && isShort(b)) {
    const places = Math.max(a.places, b.places);
    const [x, y] = [digitsAt(a, places), digitsAt(b, places)];
    if (x < y) return -1;
    if (x > y) return 1;
    if (x === y) return 0;
  }
  return a.long.comparedTo(b.long);
}

export function isInteger(a: Exact): boolean {
  return isShort(a) ? a.digits % (tens[a.places] ?? 1) === 0 : a.long.isInteger();
}

export const isZero = (a: Exact): boolean => (isShort(a) ? a.digits === 0 : a.long.isZero());
const isNegative = (a: Exact): boolean => (isShort(a) ? a.digits < 0 : a.long.isNegative() && !a.long.isZero());

/** The power of ten of the first digit of a long number; 0 for a short one. */
export const magnitude = (a: Exact): number => (isShort(a) ? 0 : a.long.e);

/** FEEL modulo: the sign follows the divisor. Exact however far the two lie apart: 1e40 modulo 7 is 4. */
export function modulo(a: Exact, b: Exact): Exact | undefined {
  if (isZero(b)) return undefined;
  if (isShort(a) && isShort(b)) {
    const places = Math.max(a.places, b.places);
    const [x, y] = [digitsAt(a, places), digitsAt(b, places)];
    const rest = x % y;
    if (holds(rest)) return short(rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest, places);
  }
  return ofLong(a.long.mod(b.long));
}

/** To a number of places after the point (negative: before it). */
export function roundTo(value: Exact, places: number, rounding: Rounding): Exact | undefined {
  if (!Number.isInteger(places) || places < -6111 || places > 6176) return undefined;
  if (isShort(value) && places >= 0) {
    if (value.places <= places) return value;
    return short(roundDigits(value.digits, tens[value.places - places] ?? 1, rounding), places);
  }
  const { long } = value;
  if (places >= 0) return ofLong(long.toDecimalPlaces(places, modes[rounding]));
  const scale = new Decimal34(10).pow(-places);
  return ofLong(long.div(scale).toDecimalPlaces(0, modes[rounding]).times(scale));
}

/** `digits / unit` as a whole number: both and the remainder are exact. */
function roundDigits(digits: number, unit: number, rounding: Rounding): number {
  const rest = digits % unit;
  const down = (digits - rest) / unit;
  if (rest === 0) return down;
  const away = down + (digits < 0 ? -1 : 1);
  const half = Math.abs(rest) * 2 - unit;
  switch (rounding) {
    case 'down':
      return down;
    case 'up':
      return away;
    case 'floor':
      return digits < 0 ? away : down;
    case 'ceiling':
      return digits < 0 ? down : away;
    case 'half up':
      return half >= 0 ? away : down;
    case 'half down':
      return half > 0 ? away : down;
    case 'half even':
      if (half !== 0) return half > 0 ? away : down;
      return down % 2 === 0 ? down : away;
  }
}

/** The whole number towards zero, where FEEL takes a position or a scale; undefined past what JavaScript holds exactly. */
export function findWhole(value: Exact): number | undefined {
  if (!isShort(value)) return findInteger(wrap(value.long.trunc()));
  const ten = tens[value.places] ?? 1;
  return (value.digits - (value.digits % ten)) / ten + 0;
}

/** A whole number that JavaScript holds exactly; undefined otherwise. */
export function findInteger(value: Exact): number | undefined {
  if (isShort(value)) {
    const ten = tens[value.places] ?? 1;
    return value.digits % ten === 0 ? value.digits / ten : undefined;
  }
  if (!value.long.isInteger()) return undefined;
  const number = value.long.toNumber();
  return Number.isSafeInteger(number) ? number + 0 : undefined;
}

/** The value times 10^places where that is a whole number that JavaScript holds exactly; undefined otherwise. */
export function findScaled(value: Exact, places: number): number | undefined {
  const ten = exactOf(10 ** places);
  const scaled = ten === undefined ? undefined : multiply(value, ten);
  return scaled === undefined ? undefined : findInteger(scaled);
}

/** The nearest double, for the door to JSON only. */
export function toNumber(value: Exact): number {
  return isShort(value) ? value.digits / (tens[value.places] ?? 1) : value.long.toNumber();
}

/** Plain digits; an exponent only past 40 places. */
export function exactText(value: Exact): string {
  if (!isShort(value)) return Math.abs(value.long.e) > 40 ? value.long.toString() : value.long.toFixed();
  if (value.places === 0) return String(value.digits);
  const digits = String(Math.abs(value.digits)).padStart(value.places + 1, '0');
  const fraction = digits.slice(-value.places).replace(/0+$/, '');
  const sign = value.digits < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -value.places)}${fraction === '' ? '' : `.${fraction}`}`;
}
