import { addNanoseconds, dateTimeOf, makeDate } from './farYear.ts';
import type { DaysTime, FeelDate, FeelDateTime, FeelTime, YearsMonths, Zone } from './value.ts';

const datePattern = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d{2})-(\d{2})$/;
const timePattern =
  /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9})\d*)?(Z|[+-]\d{2}:\d{2}(?::\d{2})?|@[A-Za-z0-9_+/-]{1,64})?$/;
const yearsMonthsPattern = /^(-)?P(?:(\d{1,9})Y)?(?:(\d{1,10})M)?$/;
const daysTimePattern =
  /^(-)?P(?:(\d{1,12})D)?(?:T(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:(\d{1,15})(?:\.(\d{0,9})\d*)?S)?)?$/;

export function makeTime(
  hour: number,
  minute: number,
  second: number,
  nanosecond: number,
  zone: Zone,
): FeelTime | undefined {
  if (![hour, minute, second].every((part) => Number.isInteger(part) && part >= 0)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const [ms, us, ns] = [Math.floor(nanosecond / 1e6), Math.floor(nanosecond / 1e3) % 1000, nanosecond % 1000];
  return { kind: 'time', plain: new Temporal.PlainTime(hour, minute, second, ms, us, ns), zone };
}

export function findDate(text: string): FeelDate | undefined {
  const match = datePattern.exec(text);
  if (match === null || match[1] === '-0000') return undefined;
  return makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function findTime(text: string): FeelTime | undefined {
  const match = timePattern.exec(text);
  if (match === null) return undefined;
  const zone = findZone(match[5]);
  if (zone === undefined) return undefined;
  return makeTime(Number(match[1]), Number(match[2]), Number(match[3]), Number((match[4] ?? '').padEnd(9, '0')), zone);
}

export function findDateTime(text: string): FeelDateTime | undefined {
  const split = text.indexOf('T');
  const date = findDate(split === -1 ? text : text.slice(0, split));
  const clock = split === -1 ? '00:00:00' : text.slice(split + 1);
  // 24:00:00 is the midnight that ends the day.
  const endOfDay = /^24:00:00(\.0+)?(?!\.)/.test(clock);
  const time = findTime(endOfDay ? clock.replace('24', '00') : clock);
  if (date === undefined || time === undefined) return undefined;
  const midnight = dateTimeOf(date, time.plain, time.zone);
  if (!endOfDay) return midnight;
  const next = addNanoseconds(midnight, 86_400_000_000_000n);
  return next?.kind === 'date and time' ? next : undefined;
}

export function findDuration(text: string): YearsMonths | DaysTime | undefined {
  const long = yearsMonthsPattern.exec(text);
  if (long !== null && (long[2] ?? long[3]) !== undefined) {
    const months = Number(long[2] ?? 0) * 12 + Number(long[3] ?? 0);
    return { kind: 'years and months duration', months: long[1] === '-' ? -months : months };
  }
  const short = daysTimePattern.exec(text);
  if (short === null || text.endsWith('T')) return undefined;
  const [, sign, days, hours, minutes, seconds, fraction] = short;
  if ((days ?? hours ?? minutes ?? seconds) === undefined) return undefined;
  const whole =
    ((BigInt(days ?? 0) * 24n + BigInt(hours ?? 0)) * 60n + BigInt(minutes ?? 0)) * 60n + BigInt(seconds ?? 0);
  const nanoseconds = whole * 1_000_000_000n + BigInt((fraction ?? '').padEnd(9, '0'));
  return { kind: 'days and time duration', nanoseconds: sign === '-' ? -nanoseconds : nanoseconds };
}

/** Of `Z`, `+08:00` or `@Asia/Shanghai`; local where nothing is written, undefined where there is no such zone. */
function findZone(text: string | undefined): Zone | undefined {
  if (text === undefined) return { at: 'local' };
  if (text === 'Z') return { at: 'offset', seconds: 0 };
  if (text.startsWith('@')) return isZoneId(text.slice(1)) ? { at: 'zone', id: text.slice(1) } : undefined;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  if (hours > 14 || minutes > 59 || seconds > 59) return undefined;
  const total = (hours * 60 + minutes) * 60 + seconds;
  return { at: 'offset', seconds: text.startsWith('-') ? -total : total };
}

const zoneIds = new Map<string, boolean>();

function isZoneId(id: string): boolean {
  const known = zoneIds.get(id);
  if (known !== undefined) return known;
  let valid = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: id });
  } catch (error) {
    // RangeError is the platform's only way to say that a zone does not exist.
    if (!(error instanceof RangeError)) throw error;
    valid = false;
  }
  if (zoneIds.size < 1000) zoneIds.set(id, valid);
  return valid;
}
