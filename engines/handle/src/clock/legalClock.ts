import type { Calendar } from '@yiwang/calendar';

/**
 * A time limit as the law sets one (法定时限), on a case, a stage of it or one task.
 *
 *   running ──suspend──▶ suspended ──resume──▶ running        both ──stop──▶ stopped
 *
 * The clock keeps what happened, never what follows from it: what is used and when it is due are derived from the
 * segments by the newest version of its calendar, so they move when that calendar changes.
 *
 * How days count, in `workingDays` and `calendarDays` (Civil Code art. 201 and 204, Administrative Licensing Law art. 82):
 * - The day of the start does not count; the next one is the first (次日起算).
 * - A day is a day, never 24 business hours; the limit is up at the end of the last one: the end of its work, or 24:00.
 * - A day on which the clock stood still at any time does not count, nor does the day of the resumption: what was left
 *   in whole days goes on from the day after it. A workday whose work was over before the suspension stays used, for a
 *   limit that ran out is never undone.
 * Minutes count at once, from the instant of the start, and stand still from instant to instant.
 */
export interface LegalClock {
  /** Counts within the case. */
  readonly id: number;
  readonly of: 'case' | 'stage' | 'task';
  /** The element of the model that sets the limit, and its name there. */
  readonly element: string;
  readonly name: string;
  /** The scope it is about: a stage's own, for a case or task the one that it lies in. */
  readonly scope: number;
  /** Id of the task; null for a case and a stage. */
  readonly task: string | null;
  /** The clock that this one is nested in, and stands still with. */
  readonly within: number | null;
  readonly unit: ClockUnit;
  /** Without extensions, in the unit; days are whole. */
  readonly budget: number;
  /** The share of budget and extensions after which the light is ▲ (临期); above 0, at most 1. */
  readonly warnShare: number;
  /** The most that all extensions together may add, in the unit; 0 where none may be granted. */
  readonly maxExtension: number;
  readonly extensions: readonly Extension[];
  /** Id of the calendar. Which version counts is for who asks. */
  readonly calendar: string;
  readonly state: 'running' | 'suspended' | 'stopped';
  readonly startedAt: Date;
  /** At least one, without gaps; only the last can be open, and it is while the clock is not stopped. */
  readonly segments: readonly ClockSegment[];
  /** The clocks whose suspension holds this one: itself, or those that it is nested in. Empty while it runs. */
  readonly heldBy: readonly number[];
  /** Escalations that went off. */
  readonly raised: readonly Raised[];
}

export const clockUnits = ['workingMinutes', 'calendarMinutes', 'workingDays', 'calendarDays'] as const;
export type ClockUnit = (typeof clockUnits)[number];

/** A stretch in which the clock ran or stood still, with the legal reason for standing still. */
export interface ClockSegment {
  readonly n: number;
  readonly state: 'running' | 'suspended';
  readonly from: Date;
  readonly to: Date | null;
  readonly reason: string | null;
  readonly by: string;
  /** The clock whose suspension this is: itself or one that it is nested in; null while it runs. */
  readonly through: number | null;
}

/** An extension that was granted (延期). */
export interface Extension {
  /** In the unit of the clock. */
  readonly amount: number;
  readonly reason: string;
  readonly askedBy: string;
  readonly approvedBy: string;
  readonly at: Date;
}

/** A step of the ladder that went off, and how many extensions had been granted by then. */
export interface Raised {
  readonly step: string;
  readonly round: number;
  readonly at: Date;
}

/** What of a calendar (@yiwang/calendar) a clock needs. */
export type ClockCalendar = Pick<
  Calendar,
  | 'id'
  | 'version'
  | 'addWorkingTime'
  | 'workingMillisecondsBetween'
  | 'dayOf'
  | 'boundsOf'
  | 'workOf'
  | 'workdaysWithin'
  | 'workdayAfter'
>;

/** Who did what to a clock, when, and on what legal ground. */
export interface ClockAct {
  readonly at: Date;
  readonly by: string;
  readonly reason: string | null;
}

export function countsDays({ unit }: Pick<LegalClock, 'unit'>): boolean {
  return unit === 'workingDays' || unit === 'calendarDays';
}

/** Budget and extensions together, in the unit. */
export function totalOf(clock: Pick<LegalClock, 'budget' | 'extensions'>): number {
  return clock.budget + extendedBy(clock);
}

/** What was granted so far, in the unit. */
export function extendedBy({ extensions }: Pick<LegalClock, 'extensions'>): number {
  return extensions.reduce((sum, { amount }) => sum + amount, 0);
}
