import { exactOf } from '../values/exact.ts';
import { yearOf } from '../values/farYear.ts';
import { offsetSeconds } from '../values/instant.ts';
import type {
  DaysTime,
  FeelDate,
  FeelDateTime,
  FeelRange,
  FeelTime,
  FeelValue,
  YearsMonths,
  Zone,
} from '../values/value.ts';

type Source =
  FeelDate | FeelTime | FeelDateTime | YearsMonths | DaysTime | FeelRange | Extract<FeelValue, { kind: 'function' }>;

/** The parts that FEEL gives to dates, times, durations and ranges (DMN 1.5, table 65); undefined where there is none. */
export function findProperty(source: Source, name: string): FeelValue | undefined {
  switch (source.kind) {
    case 'date':
      return dateProperty(source, name);
    case 'time':
      return timeProperty(source.plain, source.zone, name);
    case 'date and time':
      return dateProperty(source, name) ?? timeProperty(source.plain, source.zone, name, source);
    case 'years and months duration':
      if (name === 'years') return number(Math.trunc(source.months / 12));
      return name === 'months' ? number(source.months % 12) : undefined;
    case 'days and time duration':
      return daysProperty(source.nanoseconds, name);
    case 'range':
      return rangeProperty(source, name);
    case 'function':
      return undefined;
  }
}

function number(value: number | bigint): FeelValue {
  // `|| 0`: a negative duration's empty part is 0 and not -0.
  return exactOf(value || 0) ?? null;
}

function dateProperty(source: FeelDate | FeelDateTime, name: string): FeelValue | undefined {
  switch (name) {
    case 'year':
      return number(yearOf(source));
    case 'month':
      return number(source.plain.month);
    case 'day':
      return number(source.plain.day);
    case 'weekday':
      return number(source.plain.dayOfWeek);
    default:
      return undefined;
  }
}

function timeProperty(
  plain: Temporal.PlainTime | Temporal.PlainDateTime,
  zone: Zone,
  name: string,
  at?: FeelDateTime,
): FeelValue | undefined {
  switch (name) {
    case 'hour':
      return number(plain.hour);
    case 'minute':
      return number(plain.minute);
    case 'second':
      return number(plain.second);
    case 'time offset':
      if (zone.at === 'local') return null;
      return { kind: 'days and time duration', nanoseconds: BigInt(offsetAt(zone, at)) * 1_000_000_000n };
    case 'timezone':
      return zone.at === 'zone' ? zone.id : null;
    default:
      return undefined;
  }
}

function offsetAt(zone: Zone, at: FeelDateTime | undefined): number {
  if (zone.at !== 'zone' || at === undefined) return offsetSeconds(zone);
  return at.plain.toZonedDateTime(zone.id).offsetNanoseconds / 1e9;
}

function daysProperty(nanoseconds: bigint, name: string): FeelValue | undefined {
  const seconds = nanoseconds / 1_000_000_000n;
  switch (name) {
    case 'days':
      return number(seconds / 86_400n);
    case 'hours':
      return number((seconds / 3600n) % 24n);
    case 'minutes':
      return number((seconds / 60n) % 60n);
    case 'seconds':
      return number(seconds % 60n);
    default:
      return undefined;
  }
}

function rangeProperty(range: FeelRange, name: string): FeelValue | undefined {
  switch (name) {
    case 'start':
      return range.low;
    case 'end':
      return range.high;
    case 'start included':
      return range.lowIncluded;
    case 'end included':
      return range.highIncluded;
    default:
      return undefined;
  }
}
