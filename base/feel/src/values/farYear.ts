import type { FeelDate, FeelDateTime } from './value.ts';

/**
 * FEEL's years reach ±999,999,999, the platform's calendar ±271,821. The calendar repeats every 400 years to the day of the
 * week, so that a far date is held as one in a near cycle and the count of cycles between; near dates have no count.
 */
const cycleYears = 400;
const farFrom = 200_000;
const maxYear = 999_999_999;
const cycleMonths = cycleYears * 12;
const cycleNanoseconds = 146_097n * 86_400_000_000_000n;

type Dated = FeelDate | FeelDateTime;

export function yearOf({ plain, cycles = 0 }: Dated): number {
  return plain.year + cycles * cycleYears;
}

/** The nanoseconds between a far date and the near one that stands for it. */
export function cyclesNanoseconds({ cycles }: Dated): bigint {
  return cycles === undefined ? 0n : BigInt(cycles) * cycleNanoseconds;
}

/** Undefined for a day that the calendar does not have, or a year too far. */
export function makeDate(year: number, month: number, day: number): FeelDate | undefined {
  if (![year, month, day].every(Number.isInteger) || Math.abs(year) > maxYear) return undefined;
  if (month < 1 || month > 12 || day < 1) return undefined;
  const { base, cycles } = placeOf(year);
  const first = new Temporal.PlainDate(base, month, 1);
  return day > first.daysInMonth ? undefined : { kind: 'date', plain: first.with({ day }), ...cycles };
}

export function dateOf({ plain, cycles }: FeelDateTime): FeelDate {
  return { kind: 'date', plain: plain.toPlainDate(), ...(cycles === undefined ? {} : { cycles }) };
}

export function dateTimeOf(
  { plain, cycles }: FeelDate,
  time: Temporal.PlainTime | undefined,
  zone: FeelDateTime['zone'],
): FeelDateTime {
  const far = cycles === undefined ? {} : { cycles };
  return { kind: 'date and time', plain: plain.toPlainDateTime(time), zone, ...far };
}

/** Later by months, where a month's end clamps: 31 January and a month is the last of February. Undefined past the last year. */
export function addMonths<T extends Dated>(value: T, months: number): Dated | undefined {
  const whole = Math.trunc(months / cycleMonths);
  const rest = { months: months % cycleMonths };
  return value.kind === 'date'
    ? settle({ ...value, plain: value.plain.add(rest) }, whole)
    : settle({ ...value, plain: value.plain.add(rest) }, whole);
}

/** A date moves by whole days, counted from its midnight. */
export function addNanoseconds(value: Dated, nanoseconds: bigint): Dated | undefined {
  const whole = Number(nanoseconds / cycleNanoseconds);
  const left = nanoseconds % cycleNanoseconds;
  const rest = { seconds: Number(left / 1_000_000_000n), nanoseconds: Number(left % 1_000_000_000n) };
  return value.kind === 'date'
    ? settle({ ...value, plain: value.plain.toPlainDateTime().add(rest).toPlainDate() }, whole)
    : settle({ ...value, plain: value.plain.add(rest) }, whole);
}

/** Puts a value that was moved inside a cycle, and by whole ones, where it belongs. */
function settle(value: Dated, more: number): Dated | undefined {
  const year = value.plain.year + ((value.cycles ?? 0) + more) * cycleYears;
  if (!Number.isSafeInteger(year) || Math.abs(year) > maxYear) return undefined;
  const { base, cycles } = placeOf(year);
  if (value.kind === 'date') return { kind: 'date', plain: value.plain.with({ year: base }), ...cycles };
  return { kind: 'date and time', plain: value.plain.with({ year: base }), zone: value.zone, ...cycles };
}

/** The near year that a year is held as: of these centuries after the year 0, of antiquity before. */
function placeOf(year: number): { base: number; cycles: { cycles?: number } } {
  if (Math.abs(year) <= farFrom) return { base: year, cycles: {} };
  const start = year > 0 ? 2000 : -2000;
  const base = start + ((((year - start) % cycleYears) + cycleYears) % cycleYears);
  return { base, cycles: { cycles: (year - base) / cycleYears } };
}

/** Whole months from one day to another, towards zero. */
export function monthsBetween(from: FeelDate, to: FeelDate): number {
  if (from.cycles === to.cycles) return from.plain.until(to.plain, { largestUnit: 'month' }).months;
  const months = (yearOf(to) - yearOf(from)) * 12 + to.plain.month - from.plain.month;
  const days = to.plain.day - from.plain.day;
  if (months > 0 && days < 0) return months - 1;
  return months < 0 && days > 0 ? months + 1 : months;
}

export function compareDates(a: FeelDate, b: FeelDate): number {
  return a.cycles === b.cycles ? Temporal.PlainDate.compare(a.plain, b.plain) : Math.sign(yearOf(a) - yearOf(b));
}
