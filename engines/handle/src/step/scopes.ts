import { happened, change, takeId, type Draft } from './draft.ts';
import { checkRoom } from './checkRoom.ts';
import type { CaseState, Scope } from './caseState.ts';
import { stopClocksOf } from './caseClocks.ts';
import { scopesWithin } from './scopeTree.ts';

export function openScope(
  draft: Draft,
  given: Pick<Scope, 'parent' | 'element' | 'role' | 'token'> & Partial<Scope>,
): Scope {
  checkRoom(draft.state, 'scopes');
  const scope: Scope = { variables: {}, keeps: false, loop: null, remaining: [], ...given, id: takeId(draft) };
  change(draft, { scopes: [...draft.state.scopes, scope] });
  return scope;
}

/**
 * Takes away all that runs in a scope: tokens, tasks, timers, the scopes inside, and what is on the move there. With
 * `keepDone` the tokens of activities that can be compensated stay, with what they need.
 */
export function clearScope(draft: Draft, id: number, { keepDone }: { readonly keepDone: boolean }): void {
  const { state, at } = draft;
  const kept = keepDone ? keptWithin(state, id) : { tokens: new Set<number>(), scopes: new Set<number>() };
  const within = scopesWithin(state, id);
  const gone = new Set(
    state.tokens.filter((token) => within.has(token.scope) && !kept.tokens.has(token.id)).map((token) => token.id),
  );
  const cancelled = state.tasks.filter((task) => task.state === 'open' && gone.has(task.token));
  const stopped = new Set(cancelled.map((task) => task.id));
  change(draft, {
    tokens: state.tokens.filter((token) => !gone.has(token.id)),
    timers: state.timers.filter((timer) => !within.has(timer.scope)),
    scopes: state.scopes.filter((scope) => scope.id === id || !within.has(scope.id) || kept.scopes.has(scope.id)),
    incidents: state.incidents.filter((one) => !gone.has(one.token)),
    tasks:
      cancelled.length === 0
        ? state.tasks
        : state.tasks.map((task) => (stopped.has(task.id) ? { ...task, state: 'cancelled', endedAt: at } : task)),
  });
  for (const task of cancelled) happened(draft, 'task.cancelled', task.element, { task: task.id });
  stopClocksOf(draft, (clock) =>
    clock.of === 'task'
      ? clock.task !== null && stopped.has(clock.task)
      : clock.scope !== id && within.has(clock.scope),
  );
  const moving = draft.arrivals.filter((arrival) => !within.has(arrival.scope));
  draft.arrivals.splice(0, draft.arrivals.length, ...moving);
}

/** Done tokens directly in a scope, with the kept scopes that they carry and all in those. */
function keptWithin(state: CaseState, id: number) {
  const tokens = new Set<number>();
  const scopes = new Set<number>();
  const visit = (scope: number): void => {
    for (const token of state.tokens) {
      if (token.scope !== scope || token.state !== 'done') continue;
      tokens.add(token.id);
      for (const inner of state.scopes)
        if (inner.token === token.id && inner.role === 'kept') {
          scopes.add(inner.id);
          visit(inner.id);
        }
    }
  };
  visit(id);
  return { tokens, scopes };
}

/** Takes a scope away, with all that is in it. */
export function dropScope(draft: Draft, id: number): void {
  clearScope(draft, id, { keepDone: false });
  change(draft, { scopes: draft.state.scopes.filter((scope) => scope.id !== id) });
  stopClocksOf(draft, (clock) => clock.of === 'stage' && clock.scope === id);
}
