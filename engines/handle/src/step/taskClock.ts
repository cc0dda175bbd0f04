import type { CaseClock } from './caseState.ts';
import type { WorkingTime } from './ports.ts';

/** The share of the budget after which a task shows ▲ (临期). */
export const warnShare = 0.8;

type Unit = CaseClock['unit'];

function after(calendar: WorkingTime, unit: Unit, from: Date, minutes: number): Date {
  if (unit === 'working') return calendar.addWorkingTime(from, minutes);
  return new Date(from.getTime() + minutes * 60_000);
}

function between(calendar: WorkingTime, unit: Unit, from: Date, to: Date): number {
  if (to <= from) return 0;
  if (unit === 'working') return calendar.workingMinutesBetween(from, to);
  return Math.floor((to.getTime() - from.getTime()) / 60_000);
}

/** When a clock warns and when it is due; both null while it does not run. Derived, never an input. */
export function dueTimes(clock: CaseClock, calendar: WorkingTime): { warnAt: Date | null; dueAt: Date | null } {
  const running = clock.segments.at(-1);
  if (clock.state !== 'running' || running === undefined) return { warnAt: null, dueAt: null };
  const moment = (minutes: number) =>
    after(calendar, clock.unit, running.from, Math.max(0, minutes - clock.usedMinutes));
  return { warnAt: moment(Math.floor(clock.budgetMinutes * warnShare)), dueAt: moment(clock.budgetMinutes) };
}

/** Ends the running or suspended segment and adds up what was used. */
function endSegment(clock: CaseClock, calendar: WorkingTime, at: Date): CaseClock {
  const last = clock.segments.at(-1);
  if (last === undefined || last.to !== null) return clock;
  const to = at < last.from ? last.from : at;
  const used = last.state === 'running' ? between(calendar, clock.unit, last.from, to) : 0;
  return {
    ...clock,
    usedMinutes: clock.usedMinutes + used,
    segments: [...clock.segments.slice(0, -1), { ...last, to }],
  };
}

export function stopClock(clock: CaseClock, calendar: WorkingTime, at: Date): CaseClock {
  return { ...endSegment(clock, calendar, at), state: 'stopped' };
}

/** Turns a running clock to suspended or back, with the legal reason and who did it. */
export function turnClock(
  clock: CaseClock,
  calendar: WorkingTime,
  to: 'running' | 'suspended',
  at: Date,
  by: string,
  reason: string | null,
): CaseClock {
  const ended = endSegment(clock, calendar, at);
  const from = ended.segments.at(-1)?.to ?? at;
  return {
    ...ended,
    state: to,
    calendar: calendar.version,
    segments: [...ended.segments, { n: ended.segments.length + 1, state: to, from, to: null, reason, by }],
  };
}

/** Minutes used by now, the running segment included. */
export function usedMinutes(clock: CaseClock, calendar: WorkingTime, now: Date): number {
  return endSegment(clock, calendar, now).usedMinutes;
}
