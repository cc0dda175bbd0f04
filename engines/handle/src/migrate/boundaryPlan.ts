import type { ProcessMap } from '../mining/processMap.ts';
import { targetOf, type ElementMapping, type PositionGroup } from './planMigration.ts';

export interface BoundaryPlan {
  /** Elements with a token whose set timer would come to stand on something else. */
  readonly misplaced: readonly string[];
  readonly changes: readonly { readonly element: string; readonly change: 'set' | 'dropped' }[];
}

/**
 * What becomes of boundary timers. One that is set goes along to its mapped event, which must stand on the mapped activity;
 * without such an event it is dropped. A timer that only the new version has is set when the case moves; one that has
 * fired already is not set again.
 */
export function boundaryPlan(
  from: ProcessMap,
  to: ProcessMap,
  mapping: ElementMapping,
  { tokens, timers }: PositionGroup,
): BoundaryPlan {
  const misplaced: string[] = [];
  const changes: { element: string; change: 'set' | 'dropped' }[] = [];
  for (const id of timers) {
    const event = from.nodes.get(id);
    if (event?.attachedTo === undefined) continue;
    const target = to.nodes.get(targetOf(id, to, mapping) ?? '');
    if (target === undefined) changes.push({ element: id, change: 'dropped' });
    else if (target.event !== 'timer' || target.attachedTo !== targetOf(event.attachedTo, to, mapping))
      misplaced.push(event.attachedTo);
  }
  const events = [...to.nodes.values()].filter((node) => node.attachedTo !== undefined && node.event === 'timer');
  const cameFrom = new Set(
    [...from.nodes.values()].filter((node) => node.attachedTo !== undefined).map(({ id }) => targetOf(id, to, mapping)),
  );
  for (const element of new Set(tokens.map((token) => targetOf(token.element, to, mapping)))) {
    for (const event of events)
      if (event.attachedTo === element && !cameFrom.has(event.id)) changes.push({ element: event.id, change: 'set' });
  }
  return { misplaced, changes };
}
