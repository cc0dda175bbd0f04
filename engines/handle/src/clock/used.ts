import { countedDays, daysIn, endOfDay } from './countedDays.ts';
import { countsDays, type ClockCalendar, type LegalClock } from './legalClock.ts';
import { lengthBetween } from './momentUsed.ts';

/**
 * What a clock has used by `now` (已用), in its unit: whole minutes, or days that are over. A stopped clock has used what
 * it had when it stopped. Where the limit is
 * whole, all of it is used exactly when `now` is not before the due time.
 */
export function used(clock: LegalClock, calendar: ClockCalendar, now: Date): number {
  const stopped = clock.state === 'stopped' ? clock.segments.at(-1)?.to : null;
  const at = stopped && stopped < now ? stopped : now;
  if (!countsDays(clock)) {
    const sum = clock.segments
      .filter(({ state, from }) => state === 'running' && from < at)
      .reduce((all, { from, to }) => all + lengthBetween(clock, calendar, from, to && to < at ? to : at), 0);
    return Math.floor(sum / 60_000);
  }
  const today = calendar.dayOf(at);
  const lastOver = endOfDay(clock.unit, calendar, today) <= at ? today : today - 1;
  return countedDays(clock, calendar).reduce(
    (days, { first, last }) => days + daysIn(clock.unit, calendar, first, Math.min(last ?? lastOver, lastOver)),
    0,
  );
}
