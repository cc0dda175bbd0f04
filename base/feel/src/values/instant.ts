import { cyclesNanoseconds } from './farYear.ts';
import type { FeelDateTime, FeelTime, Zone } from './value.ts';

/** Nanoseconds on one line of time, or, for a local value, on its own local line. Compare only values of the same line. */
export function nanosecondsOf(value: FeelDateTime): bigint {
  const far = cyclesNanoseconds(value);
  if (value.zone.at === 'zone') return value.plain.toZonedDateTime(value.zone.id).epochNanoseconds + far;
  const utc = value.plain.toZonedDateTime('UTC').epochNanoseconds + far;
  return value.zone.at === 'offset' ? utc - BigInt(value.zone.seconds) * 1_000_000_000n : utc;
}

export function isLocal(zone: Zone): boolean {
  return zone.at === 'local';
}

/** Nanoseconds since midnight UTC, or local midnight. A named zone has no offset without a date: its winter one is taken. */
export function nanosecondsOfDay(value: FeelTime): bigint {
  const { hour, minute, second, millisecond, microsecond, nanosecond } = value.plain;
  const seconds = BigInt((hour * 60 + minute) * 60 + second);
  const sub = BigInt((millisecond * 1000 + microsecond) * 1000 + nanosecond);
  return (seconds - BigInt(offsetSeconds(value.zone))) * 1_000_000_000n + sub;
}

/** The offset of a zone on 1970-01-01 where it is named. */
export function offsetSeconds(zone: Zone): number {
  if (zone.at === 'offset') return zone.seconds;
  if (zone.at === 'local') return 0;
  return Temporal.PlainDateTime.from('1970-01-01').toZonedDateTime(zone.id).offsetNanoseconds / 1e9;
}
