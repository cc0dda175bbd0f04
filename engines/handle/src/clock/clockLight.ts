import type { Light } from '../light.ts';
import { dueTimes } from './dueTimes.ts';
import type { ClockCalendar, LegalClock } from './legalClock.ts';

/** ● ok, ▲ due, ■ over. A stopped clock keeps the light that it had; one that stands still is ok unless it was over. */
export function clockLight(clock: LegalClock, calendar: ClockCalendar, now: Date): Light {
  const stopped = clock.state === 'stopped' ? clock.segments.at(-1)?.to : null;
  const at = stopped && stopped < now ? stopped : now;
  const { warnAt, dueAt } = dueTimes(clock, calendar);
  if (dueAt !== null && dueAt <= at) return 'over';
  return warnAt !== null && warnAt <= at ? 'due' : 'ok';
}
