import { faults } from '../faults.ts';
import { didYouMean, findNearest } from '../check/suggest.ts';
import type { Place } from '../place.ts';
import {
  absolute,
  compareExact,
  exactOf,
  exactText,
  findExact,
  findInteger,
  isExact,
  toNumber,
} from '../values/exact.ts';
import type { FeelFunction, FeelValue } from '../values/value.ts';
import { valueText } from '../values/valueText.ts';

/** A pure function of the Java platform, of the values after they were taken as its parameter types. */
type Body = (values: readonly FeelValue[]) => FeelValue | undefined;

/** How a FEEL value is taken as a Java parameter; undefined where it can not be. */
type Take = (value: FeelValue) => FeelValue | undefined;

const whole =
  (low: number, high: number): Take =>
  (value) => {
    const integer = isExact(value) ? findInteger(value) : undefined;
    return integer !== undefined && integer >= low && integer <= high ? value : undefined;
  };
const float: Take = (value) => (isExact(value) ? value : undefined);
const text: Take = (value) => (typeof value === 'string' ? value : undefined);

const taken: Readonly<Record<string, Take>> = {
  byte: whole(-128, 127),
  short: whole(-32_768, 32_767),
  int: whole(-2_147_483_648, 2_147_483_647),
  long: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  float,
  double: float,
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  char: (value) => (typeof value === 'string' && value.length === 1 ? value : undefined),
  'java.lang.String': text,
  'java.lang.Object': (value) => value,
  'java.math.BigDecimal': float,
  'java.lang.Integer': whole(-2_147_483_648, 2_147_483_647),
  'java.lang.Long': whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  'java.lang.Double': float,
};

const real =
  (body: (...values: number[]) => number): Body =>
  (values) =>
    exactOf(body(...values.map((value) => (isExact(value) ? toNumber(value) : NaN))));

/** The larger or smaller of two as they are, without a detour by doubles. */
const chosen =
  (sign: 1 | -1): Body =>
  ([a = null, b = null]) =>
    isExact(a) && isExact(b) ? (compareExact(a, b) * sign >= 0 ? a : b) : undefined;

const itself: Body = ([value]) => value;
const parsed: Body = ([value]) => (typeof value === 'string' ? findExact(value.trim()) : undefined);
const parsedWhole =
  (type: string): Body =>
  ([value]) => {
    const number = typeof value === 'string' && /^[+-]?\d{1,20}$/.test(value) ? findExact(value) : undefined;
    return number === undefined ? undefined : taken[type]?.(number);
  };
const javaText: Body = ([value = null]) => (value === null ? 'null' : (valueText(value) ?? undefined));

const reals = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sqrt', 'cbrt', 'exp', 'log', 'log10'] as const;
const wholes = ['int', 'long', 'float', 'double'] as const;

/** Whole class and method signature as Java writes them, blanks left out, to what it does. */
const table: ReadonlyMap<string, Body> = new Map<string, Body>([
  ...reals.map((name): [string, Body] => [`java.lang.Math.${name}(double)`, real((value) => Math[name](value))]),
  ...wholes.flatMap((type): [string, Body][] => [
    [`java.lang.Math.max(${type},${type})`, chosen(1)],
    [`java.lang.Math.min(${type},${type})`, chosen(-1)],
    [`java.lang.Math.abs(${type})`, ([value = null]) => (isExact(value) ? absolute(value) : undefined)],
  ]),
  ['java.lang.Math.pow(double,double)', real((base, exponent) => base ** exponent)],
  ['java.lang.Math.atan2(double,double)', real((y, x) => Math.atan2(y, x))],
  ['java.lang.Math.hypot(double,double)', real((x, y) => Math.hypot(x, y))],
  ['java.lang.Math.floor(double)', real((value) => Math.floor(value))],
  ['java.lang.Math.ceil(double)', real((value) => Math.ceil(value))],
  ['java.lang.Math.round(double)', real((value) => Math.floor(value + 0.5))],
  ['java.lang.Math.toRadians(double)', real((value) => (value / 180) * Math.PI)],
  ['java.lang.Math.toDegrees(double)', real((value) => (value * 180) / Math.PI)],
  ['java.lang.Byte.valueOf(byte)', itself],
  ['java.lang.Short.valueOf(short)', itself],
  ['java.lang.Integer.valueOf(int)', itself],
  ['java.lang.Long.valueOf(long)', itself],
  ['java.lang.Float.valueOf(float)', itself],
  ['java.lang.Double.valueOf(double)', itself],
  ['java.lang.Byte.valueOf(java.lang.String)', parsedWhole('byte')],
  ['java.lang.Short.valueOf(java.lang.String)', parsedWhole('short')],
  ['java.lang.Integer.valueOf(java.lang.String)', parsedWhole('int')],
  ['java.lang.Integer.parseInt(java.lang.String)', parsedWhole('int')],
  ['java.lang.Long.valueOf(java.lang.String)', parsedWhole('long')],
  ['java.lang.Long.parseLong(java.lang.String)', parsedWhole('long')],
  ['java.lang.Float.valueOf(java.lang.String)', parsed],
  ['java.lang.Float.parseFloat(java.lang.String)', parsed],
  ['java.lang.Double.valueOf(java.lang.String)', parsed],
  ['java.lang.Double.parseDouble(java.lang.String)', parsed],
  [
    'java.lang.Boolean.valueOf(java.lang.String)',
    ([value]) => typeof value === 'string' && value.toLowerCase() === 'true',
  ],
  ['java.lang.String.valueOf(char)', itself],
  ['java.lang.String.valueOf(int)', javaText],
  ['java.lang.String.valueOf(long)', javaText],
  ['java.lang.String.valueOf(boolean)', javaText],
  ['java.lang.String.valueOf(java.lang.Object)', javaText],
  ['java.lang.String.format(java.lang.String,[Ljava.lang.Object;)', ([pattern, ...given]) => format(pattern, given)],
]);

/** Of Java's format: %s, %d, %.2f, %n and %%; anything else is not taken, and neither is a count that does not fit. */
function format(pattern: FeelValue | undefined, given: readonly FeelValue[]): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  let next = 0;
  let fits = true;
  const text = pattern.replace(/%(?:\.(\d{1,2}))?(.)/gs, (_, places: string | undefined, conversion: string) => {
    if (conversion === '%') return '%';
    if (conversion === 'n') return '\n';
    const value = given[next] ?? null;
    fits &&= next < given.length;
    next += 1;
    if (conversion === 's') return value === null ? 'null' : (valueText(value) ?? 'null');
    if (conversion === 'd' && isExact(value) && findInteger(value) !== undefined) return exactText(value);
    if (conversion === 'f' && isExact(value)) return toNumber(value).toFixed(Number(places ?? 6));
    fits = false;
    return '';
  });
  return fits ? text : undefined;
}

/**
 * A pure function of Java's platform as a FEEL function, by class and method signature as DMN writes them
 * (`java.lang.Math`, `max(double, double)`). Arguments that its parameter types can not take give null.
 * @throws feel.noExternalFunction for anything outside the table: nothing else is ever run.
 */
export function externalFunction(
  className: string,
  signature: string,
  parameters: readonly string[],
  place: Place = { file: 'FEEL', line: 1, column: 1 },
): FeelFunction {
  const name = `${className.trim()}.${signature.replace(/\s+/g, '')}`;
  const body = table.get(name);
  if (body === undefined) {
    const near = findNearest(name.slice(0, 200), table.keys());
    throw faults.noExternalFunction({
      ...place,
      name: name.slice(0, 200),
      ...didYouMean(near),
    });
  }
  const types = name.slice(name.indexOf('(') + 1, -1).split(',');
  const call = (values: readonly FeelValue[]): FeelValue => {
    const given = takenAs(types, values);
    return (given === undefined ? undefined : body(given)) ?? null;
  };
  return { kind: 'function', name, parameters, call };
}

function takenAs(types: readonly string[], values: readonly FeelValue[]): FeelValue[] | undefined {
  const open = types.at(-1)?.startsWith('[L') === true;
  const fixed = open ? types.slice(0, -1) : types;
  if (values.length < fixed.length || (!open && values.length > fixed.length)) return undefined;
  const given = values.map((value, index) => (index < fixed.length ? taken[fixed[index] ?? '']?.(value) : value));
  return given.every((value) => value !== undefined) ? given : undefined;
}
