import type { ClockCalendar, ClockSegment, LegalClock } from './legalClock.ts';

/** A row of days that count if the calendar says so, both ends in it; the last row of a clock that runs has no end. */
export interface DayRow {
  readonly first: number;
  readonly last: number | undefined;
}

/** When a day is over for a clock: at the end of its work, or at 24:00. A day off is over for working days as it begins. */
export function endOfDay(unit: LegalClock['unit'], calendar: ClockCalendar, day: number): Date {
  if (unit === 'calendarDays') return calendar.boundsOf(day).to;
  return calendar.workOf(day)?.to ?? calendar.boundsOf(day).from;
}

/**
 * The rows of days that a clock counts, in order: after the day of the start, less the days on which it stood still
 * (see LegalClock). Suspensions that touch or overlap leave empty rows, which are not among them.
 */
export function countedDays(clock: LegalClock, calendar: ClockCalendar): readonly DayRow[] {
  const rows: DayRow[] = [];
  let next = calendar.dayOf(clock.startedAt) + 1;
  for (const segment of clock.segments) {
    if (segment.state === 'running') continue;
    const stood = firstDayLost(clock, calendar, segment);
    if (stood > next) rows.push({ first: next, last: stood - 1 });
    if (standsAtTheEnd(clock, segment)) return rows;
    next = Math.max(next, calendar.dayOf(segment.to ?? segment.from) + 1);
  }
  return [...rows, { first: next, last: undefined }];
}

/** The day of the suspension, or the next one where the work of that day was over. */
function firstDayLost({ unit }: LegalClock, calendar: ClockCalendar, { from }: ClockSegment): number {
  const day = calendar.dayOf(from);
  return endOfDay(unit, calendar, day) <= from ? day + 1 : day;
}

/** True for the last segment of a clock that stands, or was stopped while it stood: nothing counts after it. */
export function standsAtTheEnd(clock: LegalClock, segment: ClockSegment): boolean {
  return segment.state === 'suspended' && segment.n === clock.segments.length && clock.state !== 'running';
}

/** How many days of a row count. */
export function daysIn(unit: LegalClock['unit'], calendar: ClockCalendar, first: number, last: number): number {
  if (last < first) return 0;
  return unit === 'calendarDays' ? last - first + 1 : calendar.workdaysWithin(first, last);
}
