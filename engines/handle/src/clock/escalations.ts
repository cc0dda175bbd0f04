import { dueTimes } from './dueTimes.ts';
import { totalOf, type ClockCalendar, type LegalClock, type Raised } from './legalClock.ts';
import { momentUsed } from './momentUsed.ts';

/** A rung of an escalation ladder (升级): the warning, the due time, or `over` units past it. */
export type EscalationStep = 'warn' | 'due' | { readonly over: number };

export interface Escalation {
  /** `warn`, `due`, `over 3`. */
  readonly step: string;
  readonly at: Date;
}

export const nameOfStep = (step: EscalationStep): string => (typeof step === 'string' ? step : `over ${step.over}`);

/**
 * What is still to come of a ladder, soonest first: each rung once, and once more after an extension, which moves it. A
 * clock that stands still has none to come but those that it passed before.
 */
export function escalationsToCome(
  clock: LegalClock,
  calendar: ClockCalendar,
  ladder: readonly EscalationStep[],
): readonly Escalation[] {
  if (clock.state === 'stopped') return [];
  const done = new Set(clock.raised.filter(({ round }) => round === clock.extensions.length).map(({ step }) => step));
  const { warnAt, dueAt } = dueTimes(clock, calendar);
  const momentOf = (step: EscalationStep): Date | null => {
    if (step === 'warn') return warnAt;
    return step === 'due' ? dueAt : momentUsed(clock, calendar, totalOf(clock) + step.over);
  };
  return ladder
    .flatMap((step) => {
      const at = momentOf(step);
      return at === null || done.has(nameOfStep(step)) ? [] : [{ step: nameOfStep(step), at }];
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Remembers that a rung went off, so that it does not again. */
export function raise(clock: LegalClock, step: string, at: Date): LegalClock {
  const raised: Raised = { step, round: clock.extensions.length, at };
  return { ...clock, raised: [...clock.raised, raised] };
}
