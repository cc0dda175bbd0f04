import type { LegalClock } from './legalClock.ts';
import { clockAndNested } from './nestedClocks.ts';
import { endSegment } from './turnSegment.ts';

/** Stops a clock and all that are nested in it, for what they measure has ended. Stopped ones stay as they are. */
export function stopClock(clocks: readonly LegalClock[], id: number, at: Date): readonly LegalClock[] {
  const concerned = clockAndNested(clocks, id);
  return clocks.map((clock) =>
    !concerned.has(clock.id) || clock.state === 'stopped'
      ? clock
      : { ...endSegment(clock, at), state: 'stopped', heldBy: [] },
  );
}
