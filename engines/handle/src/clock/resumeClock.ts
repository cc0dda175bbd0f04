import { faults } from '../faults.ts';
import type { ClockAct, ClockSegment, LegalClock } from './legalClock.ts';
import { clockAndNested, getTickingClock, wrongState } from './nestedClocks.ts';
import { turnSegment } from './turnSegment.ts';

/**
 * Ends the suspension of a clock (恢复). It and those nested in it go on, less those that another ground still holds; for
 * them a segment with that ground begins.
 * @throws handle.clockState where it is not suspended
 * @throws handle.clockHeld where only a clock above holds it, which is the one to resume
 */
export function resumeClock(clocks: readonly LegalClock[], id: number, act: ClockAct): readonly LegalClock[] {
  const subject = getTickingClock(clocks, id);
  if (!subject.heldBy.includes(id)) {
    const above = clocks.find((clock) => clock.id === subject.heldBy.at(-1));
    if (above === undefined) throw wrongState(subject, '');
    throw faults.clockHeld({ name: subject.name, above: above.name });
  }
  const concerned = clockAndNested(clocks, id);
  return clocks.map((clock) => {
    if (!concerned.has(clock.id) || clock.state === 'stopped') return clock;
    const heldBy = clock.heldBy.filter((one) => one !== id);
    const ground = groundOf(clocks, heldBy.at(-1));
    const next: Omit<ClockSegment, 'n' | 'to'> =
      ground === undefined
        ? { state: 'running', from: act.at, reason: act.reason, by: act.by, through: null }
        : { ...ground, from: act.at };
    return { ...turnSegment(clock, next), heldBy };
  });
}

/** The segment with which a suspension that still holds began, by the clock that it is about. */
function groundOf(clocks: readonly LegalClock[], holder: number | undefined): ClockSegment | undefined {
  return clocks.find(({ id }) => id === holder)?.segments.findLast(({ through }) => through === holder);
}
