import { faults } from '../faults.ts';
import { dueTimes } from './dueTimes.ts';
import { countsDays, extendedBy, type ClockCalendar, type Extension, type LegalClock } from './legalClock.ts';
import { getTickingClock } from './nestedClocks.ts';

/**
 * Whether an extension could be granted now: also asked when somebody asks for one. Only before the limit is up, for a
 * positive amount (whole days where days count), and not beyond what the model allows in all.
 * @throws handle.clockState where it is stopped
 * @throws handle.extensionTooLate, handle.extensionTooLong
 */
export function checkExtension(
  clocks: readonly LegalClock[],
  calendar: ClockCalendar,
  id: number,
  amount: number,
  at: Date,
): LegalClock {
  const clock = getTickingClock(clocks, id);
  const { name, unit, maxExtension } = clock;
  const { dueAt } = dueTimes(clock, calendar);
  if (dueAt !== null && dueAt <= at) throw faults.extensionTooLate({ name, due: dueAt.toISOString() });
  const left = maxExtension - extendedBy(clock);
  const whole = !countsDays(clock) || Number.isInteger(amount);
  if (!(amount > 0 && amount <= left && whole)) throw faults.extensionTooLong({ name, amount, left, unit });
  return clock;
}

/**
 * Extends a clock (延期), suspended ones too. Those nested in it keep their own limits.
 * @throws as checkExtension
 */
export function extendClock(
  clocks: readonly LegalClock[],
  calendar: ClockCalendar,
  id: number,
  extension: Extension,
): readonly LegalClock[] {
  const subject = checkExtension(clocks, calendar, id, extension.amount, extension.at);
  const extended: LegalClock = { ...subject, extensions: [...subject.extensions, extension] };
  return clocks.map((clock) => (clock.id === id ? extended : clock));
}
