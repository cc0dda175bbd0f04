import type { DueTimes } from './dueTimes.ts';
import type { LegalClock } from './legalClock.ts';

const earliest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((first, one) => (first === null || (one !== null && one < first) ? one : first), null);

/**
 * The times that the row of a case shows: of its clocks that are not stopped, the first to warn and the first to be due,
 * so that a red stage shows in a list of cases. `reprojectBatch` says the same in SQL.
 */
export function caseTimes(clocks: readonly LegalClock[], timesOf: (clock: LegalClock) => DueTimes): DueTimes {
  const times = clocks.filter(({ state }) => state !== 'stopped').map(timesOf);
  return {
    warnAt: earliest(times.map(({ warnAt }) => warnAt)),
    dueAt: earliest(times.map(({ dueAt }) => dueAt)),
  };
}
