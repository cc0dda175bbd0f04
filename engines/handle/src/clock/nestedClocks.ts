import { faults } from '../faults.ts';
import type { LegalClock } from './legalClock.ts';

/** Ids of a clock and of all that are nested in it, however deep. A clock is nested in one with a smaller id. */
export function clockAndNested(clocks: readonly LegalClock[], id: number): ReadonlySet<number> {
  const found = new Set([id]);
  for (const clock of clocks.toSorted((a, b) => a.id - b.id)) {
    if (clock.within !== null && found.has(clock.within)) found.add(clock.id);
  }
  return found;
}

const statesZh = { running: '在走', suspended: '已中止', stopped: '已停止', none: '未设' } as const;

/** The clock that an act is about. @throws handle.clockState where there is none, or it is stopped */
export function getTickingClock(clocks: readonly LegalClock[], id: number): LegalClock {
  const clock = clocks.find((one) => one.id === id);
  if (clock === undefined || clock.state === 'stopped') throw wrongState(clock, String(id));
  return clock;
}

/** The fault that says in which state a clock is. */
export function wrongState(clock: LegalClock | undefined, name: string) {
  const state = clock?.state ?? 'none';
  return faults.clockState({ name: clock?.name ?? name, state, stateZh: statesZh[state] });
}
