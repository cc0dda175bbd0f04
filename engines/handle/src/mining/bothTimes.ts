import type { WorkingTime } from '../step/ports.ts';
import { createDurations } from './durations.ts';
import type { Times } from './minedProcess.ts';

/** Lengths by the wall clock beside the same by the working calendar, in milliseconds and minutes. */
export interface BothTimes {
  add(time: Span): void;
  summary(): Times | null;
}

export interface Span {
  /** Milliseconds of the wall clock. */
  readonly passed: number;
  /** Minutes of the working calendar. */
  readonly worked: number;
}

export const noSpan: Span = { passed: 0, worked: 0 };

/** The time between two instants (ms since 1970); nothing where a clock was set back between them. */
export function spanBetween(calendar: Pick<WorkingTime, 'workingMinutesBetween'>, from: number, to: number): Span {
  if (to <= from) return noSpan;
  const worked = to - from < 60_000 ? 0 : calendar.workingMinutesBetween(new Date(from), new Date(to));
  return { passed: to - from, worked };
}

export const together = (one: Span, other: Span): Span => ({
  passed: one.passed + other.passed,
  worked: one.worked + other.worked,
});

export function createBothTimes(): BothTimes {
  const [calendar, working] = [createDurations(), createDurations()];
  return {
    add({ passed, worked }) {
      calendar.add(passed / 60_000);
      working.add(worked);
    },
    summary() {
      const [all, part] = [calendar.summary(), working.summary()];
      return all === undefined || part === undefined ? null : { calendar: all, working: part };
    },
  };
}
