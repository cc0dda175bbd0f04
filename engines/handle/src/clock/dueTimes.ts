import { countsDays, totalOf, type ClockCalendar, type LegalClock } from './legalClock.ts';
import { dayUsed, momentUsed } from './momentUsed.ts';

export interface DueTimes {
  /** When the light becomes ▲; null while the clock stands still. */
  readonly warnAt: Date | null;
  /** When it becomes ■; null while the clock stands still, unless it was over before. */
  readonly dueAt: Date | null;
}

/**
 * When a clock warns and when it is due, by the version of the calendar that is asked. Derived, never an input. Minutes
 * warn when the share is used; days warn as the work of the day begins that goes past the share: of five days at .8 in
 * the morning of the fifth, of one day in the morning of that day.
 */
export function dueTimes(clock: LegalClock, calendar: ClockCalendar): DueTimes {
  const dueAt = momentUsed(clock, calendar, totalOf(clock));
  const stands = clock.state !== 'running' && clock.segments.at(-1)?.state === 'suspended';
  if (stands) return dueAt === null ? { warnAt: null, dueAt } : { warnAt: warnMoment(clock, calendar), dueAt };
  return { warnAt: warnMoment(clock, calendar), dueAt };
}

function warnMoment(clock: LegalClock, calendar: ClockCalendar): Date | null {
  const total = totalOf(clock);
  // A share such as .29 of 100 is 28.999… in binary.
  const share = total * clock.warnShare + 1e-9;
  if (!countsDays(clock)) return momentUsed(clock, calendar, Math.min(total, Math.floor(share)));
  const day = dayUsed(clock, calendar, Math.min(total, Math.floor(share) + 1));
  if (day === null) return null;
  if (clock.unit === 'calendarDays') return calendar.boundsOf(day).from;
  return calendar.workOf(day)?.from ?? null;
}
