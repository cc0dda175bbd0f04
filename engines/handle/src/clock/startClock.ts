import { faults } from '../faults.ts';
import { countsDays, type ClockSegment, type LegalClock } from './legalClock.ts';

/** What a model says of a limit, and what it is about. */
export type NewClock = Pick<
  LegalClock,
  | 'id'
  | 'of'
  | 'element'
  | 'name'
  | 'scope'
  | 'task'
  | 'within'
  | 'unit'
  | 'budget'
  | 'warnShare'
  | 'maxExtension'
  | 'calendar'
>;

/** The share of the limit after which a clock warns, unless its model says another. */
export const warnShare = 0.8;

/** Ten years: more than any limit of the law, and no calendar is published so far. */
const most = { days: 3650, minutes: 3650 * 1440 };

/**
 * Adds a clock that starts at `at`. Where the clock that it is nested in stands still, it begins standing still, and
 * goes on with that one.
 * @throws handle.clockLimit where the limit is no positive number of minutes or whole days, or a share not in (0, 1]
 */
export function startClock(
  clocks: readonly LegalClock[],
  given: NewClock,
  at: Date,
  by: string,
): readonly LegalClock[] {
  const days = countsDays(given);
  const limit = days ? most.days : most.minutes;
  const fits = (amount: number) => amount >= 0 && amount <= limit && (!days || Number.isInteger(amount));
  const refuse = (value: number): never => {
    throw faults.clockLimit({ element: given.element, unit: given.unit, value, most: limit });
  };
  if (!fits(given.budget) || given.budget === 0) refuse(given.budget);
  if (!fits(given.maxExtension)) refuse(given.maxExtension);
  if (!(given.warnShare > 0 && given.warnShare <= 1)) refuse(given.warnShare);

  const above = clocks.find(({ id }) => id === given.within);
  const held = above?.state === 'suspended' ? above : undefined;
  const hold = held?.segments.at(-1) ?? { state: 'running', reason: null, by, through: null };
  const { state, reason, through } = hold;
  const first: ClockSegment = { n: 1, state, from: at, to: null, reason, by: hold.by, through };
  return [
    ...clocks,
    { ...given, extensions: [], state, startedAt: at, segments: [first], heldBy: held?.heldBy ?? [], raised: [] },
  ];
}
