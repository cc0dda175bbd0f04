import type { ClockAct, LegalClock } from './legalClock.ts';
import { clockAndNested, getTickingClock, wrongState } from './nestedClocks.ts';
import { turnSegment } from './turnSegment.ts';

/**
 * Suspends (中止) a clock on a legal ground, and with it all that are nested in it. One that a clock above holds already
 * can be suspended on its own ground too; it goes on when both grounds are gone.
 * @throws handle.clockState where it is stopped, or suspended on its own ground already
 */
export function suspendClock(clocks: readonly LegalClock[], id: number, act: ClockAct): readonly LegalClock[] {
  const subject = getTickingClock(clocks, id);
  if (subject.heldBy.includes(id)) throw wrongState(subject, '');
  const concerned = clockAndNested(clocks, id);
  return clocks.map((clock) => {
    if (!concerned.has(clock.id) || clock.state === 'stopped') return clock;
    const { at, by, reason } = act;
    const turned = turnSegment(clock, { state: 'suspended', from: at, reason, by, through: id });
    return { ...turned, heldBy: [...clock.heldBy, id] };
  });
}
