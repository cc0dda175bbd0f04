import type { ProcessDefinition } from '../model/processDefinition.ts';
import { findFollowedClock } from '../step/caseClocks.ts';
import type { CaseState, Timer } from '../step/caseState.ts';

/** The clock that a timer goes by and the moment of it, for whoever derives times anew when a calendar changes. */
export function timerFollows(
  definition: ProcessDefinition,
  state: CaseState,
  timer: Timer,
): { readonly clock: number; readonly moment: 'warn' | 'due' } | undefined {
  const node = definition.nodes.get(timer.element);
  const event = node !== undefined && 'events' in node ? node.events[timer.index] : undefined;
  if (event?.is !== 'timer' || event.timer.by !== 'clock') return undefined;
  const clock = findFollowedClock(state, timer);
  return clock === undefined ? undefined : { clock: clock.id, moment: event.timer.moment };
}
