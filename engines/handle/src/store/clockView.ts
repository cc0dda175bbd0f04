import {
  clockLight,
  dueTimes,
  extendedBy,
  used,
  type ClockCalendar,
  type ClockSegment,
  type ClockUnit,
  type LegalClock,
} from '../clock/index.ts';
import type { Light } from '../light.ts';

/** A clock as it stands now. */
export interface ClockView {
  readonly id: number;
  readonly of: LegalClock['of'];
  readonly element: string;
  readonly name: string;
  readonly task: string | null;
  readonly unit: ClockUnit;
  /** All in the unit: the limit, what was added to it, what may be added in all, what is used by now. */
  readonly budget: number;
  readonly extended: number;
  readonly maxExtension: number;
  readonly used: number;
  readonly warnAt: Date | null;
  readonly dueAt: Date | null;
  readonly light: Light;
  readonly state: LegalClock['state'];
  /** Id and version of the calendar that the times come from. */
  readonly calendar: string;
  readonly segments: readonly ClockSegment[];
}

export function viewOf(clock: LegalClock, calendar: ClockCalendar, now: Date): ClockView {
  const { id, of, element, name, task, unit, budget, maxExtension, state, segments } = clock;
  return {
    id,
    of,
    element,
    name,
    task,
    unit,
    budget,
    extended: extendedBy(clock),
    maxExtension,
    used: used(clock, calendar, now),
    ...dueTimes(clock, calendar),
    light: clockLight(clock, calendar, now),
    state,
    calendar: calendar.version,
    segments,
  };
}
