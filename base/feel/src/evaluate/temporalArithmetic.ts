import type { ArithmeticOperator } from '../tree.ts';
import {
  absolute,
  compareExact,
  divide,
  exactOf,
  exactText,
  findExact,
  findInteger,
  isExact,
  multiply,
  roundTo,
  zero,
  type Exact,
} from '../values/exact.ts';
import { addMonths, addNanoseconds, dateTimeOf } from '../values/farYear.ts';
import { isLocal, nanosecondsOf, nanosecondsOfDay } from '../values/instant.ts';
import {
  isTagged,
  type DaysTime,
  type FeelDate,
  type FeelDateTime,
  type FeelTime,
  type FeelValue,
  type YearsMonths,
} from '../values/value.ts';

type Duration = YearsMonths | DaysTime;
type Point = FeelDate | FeelTime | FeelDateTime;

const dayNanoseconds = 86_400_000_000_000n;

/** Sums, differences and multiples of dates, times and durations; undefined where FEEL defines none. */
export function findTemporalResult(
  operator: ArithmeticOperator,
  left: FeelValue,
  right: FeelValue,
): FeelValue | undefined {
  if (operator === '+') {
    if (isDuration(left) && isDuration(right)) return addDurations(left, right, 1);
    if (isPoint(left) && isDuration(right)) return shift(left, right, 1);
    return isDuration(left) && isPoint(right) ? shift(right, left, 1) : undefined;
  }
  if (operator === '-') {
    if (isDuration(left) && isDuration(right)) return addDurations(left, right, -1);
    if (isPoint(left) && isDuration(right)) return shift(left, right, -1);
    return isPoint(left) && isPoint(right) ? difference(left, right) : undefined;
  }
  if (operator === '*') {
    if (isDuration(left) && isExact(right)) return scale(left, (amount) => multiply(amount, right));
    return isExact(left) && isDuration(right) ? scale(right, (amount) => multiply(amount, left)) : undefined;
  }
  if (operator === '/' && isDuration(left)) {
    if (isExact(right)) return scale(left, (amount) => divide(amount, right));
    return isDuration(right) && right.kind === left.kind ? ratio(left, right) : undefined;
  }
  return undefined;
}

function isDuration(value: FeelValue): value is Duration {
  return isTagged(value) && (value.kind === 'years and months duration' || value.kind === 'days and time duration');
}

function isPoint(value: FeelValue): value is Point {
  return isTagged(value) && (value.kind === 'date' || value.kind === 'time' || value.kind === 'date and time');
}

function addDurations(a: Duration, b: Duration, sign: 1 | -1): Duration | undefined {
  if (a.kind === 'years and months duration' && b.kind === a.kind) return { ...a, months: a.months + sign * b.months };
  if (a.kind === 'days and time duration' && b.kind === a.kind) {
    return { ...a, nanoseconds: a.nanoseconds + BigInt(sign) * b.nanoseconds };
  }
  return undefined;
}

/** Month ends clamp: 31 January and a month is the last of February. */
function shift(point: Point, duration: Duration, sign: 1 | -1): Point | undefined {
  if (point.kind === 'time') {
    if (duration.kind !== 'days and time duration') return undefined;
    const amount = (BigInt(sign) * duration.nanoseconds) % dayNanoseconds;
    return {
      ...point,
      plain: point.plain.add({
        nanoseconds: Number(amount % 1_000_000_000n),
        seconds: Number(amount / 1_000_000_000n),
      }),
    };
  }
  if (duration.kind === 'years and months duration') return addMonths(point, sign * duration.months);
  return addNanoseconds(point, BigInt(sign) * duration.nanoseconds);
}

/** Nanoseconds of about 3·10¹³ years: past it a duration is null. */
const longest = exactOf(10n ** 30n) ?? zero;

function difference(a: Point, b: Point): DaysTime | undefined {
  if (a.kind === 'time' || b.kind === 'time') {
    if (a.kind !== 'time' || b.kind !== 'time' || isLocal(a.zone) !== isLocal(b.zone)) return undefined;
    return { kind: 'days and time duration', nanoseconds: nanosecondsOfDay(a) - nanosecondsOfDay(b) };
  }
  const [from, to] = [atMidnight(a), atMidnight(b)];
  if (isLocal(from.zone) !== isLocal(to.zone)) return undefined;
  return { kind: 'days and time duration', nanoseconds: nanosecondsOf(from) - nanosecondsOf(to) };
}

/** A date counts as its midnight UTC, so there is no difference to a local date and time (DMN 1.5, 10.3.2.3.6). */
function atMidnight(value: FeelDate | FeelDateTime): FeelDateTime {
  if (value.kind === 'date and time') return value;
  return dateTimeOf(value, undefined, { at: 'offset', seconds: 0 });
}

function scale(duration: Duration, by: (amount: Exact) => Exact | undefined): Duration | undefined {
  const amount = exactOf(duration.kind === 'years and months duration' ? duration.months : duration.nanoseconds);
  const scaled = amount === undefined ? undefined : by(amount);
  const whole = scaled === undefined ? undefined : roundTo(scaled, 0, 'down');
  if (whole === undefined || compareExact(absolute(whole), longest) > 0) return undefined;
  if (duration.kind === 'days and time duration') return { ...duration, nanoseconds: BigInt(exactText(whole)) };
  const months = findInteger(whole);
  return months === undefined ? undefined : { ...duration, months };
}

function ratio(a: Duration, b: Duration): Exact | undefined {
  const amount = (duration: Duration): Exact | undefined =>
    findExact(String(duration.kind === 'years and months duration' ? duration.months : duration.nanoseconds));
  const [above, below] = [amount(a), amount(b)];
  return above === undefined || below === undefined ? undefined : divide(above, below);
}
