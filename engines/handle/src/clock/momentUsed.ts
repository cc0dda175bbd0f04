import { countedDays, daysIn, endOfDay } from './countedDays.ts';
import { countsDays, type ClockCalendar, type LegalClock } from './legalClock.ts';

/**
 * The instant at which a clock has used `amount` of its unit (days: the end of that day); null while it stands still and
 * had not used so much before. Of a stopped clock, the instant as it would have been had it run on.
 */
export function momentUsed(clock: LegalClock, calendar: ClockCalendar, amount: number): Date | null {
  if (countsDays(clock)) {
    const day = dayUsed(clock, calendar, amount);
    return day === null ? null : endOfDay(clock.unit, calendar, day);
  }
  let left = Math.round(amount * 60_000);
  for (const segment of clock.segments) {
    if (segment.state === 'suspended') continue;
    const open = segment.to === null || segment.n === clock.segments.length;
    const length = open ? Infinity : lengthBetween(clock, calendar, segment.from, segment.to);
    if (left <= length) return addLength(clock, calendar, segment.from, left);
    left -= length;
  }
  return null;
}

/** The n-th day that counts, n from 1; null while the clock stands still before it. */
export function dayUsed(clock: LegalClock, calendar: ClockCalendar, n: number): number | null {
  let left = n;
  for (const { first, last } of countedDays(clock, calendar)) {
    const days = last === undefined ? Infinity : daysIn(clock.unit, calendar, first, last);
    if (left <= days) return clock.unit === 'calendarDays' ? first + left - 1 : calendar.workdayAfter(first - 1, left);
    left -= days;
  }
  return null;
}

/** Milliseconds that count between two instants, for the units of minutes. */
export function lengthBetween(clock: LegalClock, calendar: ClockCalendar, from: Date, to: Date): number {
  if (clock.unit === 'workingMinutes') return calendar.workingMillisecondsBetween(from, to);
  return Math.max(0, to.getTime() - from.getTime());
}

function addLength(clock: LegalClock, calendar: ClockCalendar, from: Date, milliseconds: number): Date {
  if (clock.unit === 'workingMinutes') return calendar.addWorkingTime(from, milliseconds / 60_000);
  return new Date(from.getTime() + milliseconds);
}
