import type { EventDefinition, FlowNode } from '../model/processDefinition.ts';
import { findLinkTarget } from '../model/checkFlows.ts';
import { rootScope, type Token } from './caseState.ts';
import { cancelActivity, catchersOf, caught, deliver, listenersOf, type Catcher } from './catching.ts';
import { cancelTransaction, compensate } from './compensating.ts';
import { findToken, happened, type Draft } from './draft.ts';
import { closeCase } from './closeCase.ts';
import { findScope, outermostCarrier } from './scopeTree.ts';
import { clearScope } from './scopes.ts';
import { variablesAt } from './variables.ts';

/** What becomes of the token that throws: it goes on, it waits until something is over, or it is gone with its scope. */
export type Thrown = 'goesOn' | 'waits' | 'gone';

/** An event is thrown by a token that is at a node, and not at rest. */
export function throwEvent(draft: Draft, node: FlowNode, scope: number, event: EventDefinition): Thrown {
  switch (event.is) {
    case 'message':
      draft.effects.push({ do: 'message', name: event.name, variables: variablesAt(draft.state, scope) });
      happened(draft, 'message.sent', node.id, { message: event.name });
      deliver(draft, (one) => one.is === 'message' && one.name === event.name);
      return 'goesOn';
    case 'signal':
      draft.effects.push({ do: 'signal', name: event.name, variables: {} });
      happened(draft, 'signal.thrown', node.id, { signal: event.name });
      deliver(draft, (one) => one.is === 'signal' && one.name === event.name);
      return 'goesOn';
    case 'escalation':
      happened(draft, 'escalation.thrown', node.id, { code: event.code ?? null });
      escalate(draft, scope, event.code);
      return 'goesOn';
    case 'error':
      throwError(draft, node, scope, event.code);
      return 'gone';
    case 'compensation':
      return compensate(draft, node, scope, event.activity) ? 'waits' : 'goesOn';
    case 'cancel':
      cancelTransaction(draft, node, scope);
      return 'gone';
    case 'terminate':
      terminate(draft, scope);
      return 'gone';
    case 'link': {
      const target = findLinkTarget(draft.definition.nodes, node, event.name);
      if (target !== undefined) draft.arrivals.push({ do: 'enter', node: target, scope, via: null });
      return 'gone';
    }
    case 'timer':
    case 'conditional':
      return 'goesOn'; // they can't be thrown; the reader refuses them
  }
}

/** The scope whose flow a token is in: not that of an instance. */
export function flowScope(draft: Draft, scope: number): number {
  for (let at = findScope(draft.state, scope); at !== undefined; at = findScope(draft.state, at.parent))
    if (at.role === 'body' || at.role === 'listener' || at.role === 'undo') return at.id;
  return rootScope;
}

function terminate(draft: Draft, scope: number): void {
  const around = flowScope(draft, scope);
  clearScope(draft, around, { keepDone: around !== rootScope });
}

/** Places that could catch an error or escalation from a scope, from the inside out: listeners of it, then its border. */
function* placesAround(draft: Draft, scope: number): Generator<readonly Catcher[]> {
  for (let at = flowScope(draft, scope); ;) {
    const inside = findScope(draft.state, at);
    // an event subprocess doesn't catch what it throws itself
    if (inside?.role !== 'listener') yield listenersOf(draft, at);
    if (inside === undefined) return;
    if (inside.role === 'listener') {
      at = flowScope(draft, inside.parent);
      const border = borderOf(draft, at);
      if (border !== undefined) yield catchersOf(draft, border);
      const outer = findScope(draft.state, at);
      if (outer === undefined) return;
      at = flowScope(draft, outer.parent);
      continue;
    }
    const border = borderOf(draft, at);
    if (border !== undefined) yield catchersOf(draft, border);
    at = flowScope(draft, inside.parent);
  }
}

/** The token on whose activity a scope's boundary events stand. */
function borderOf(draft: Draft, scope: number): Token | undefined {
  return findToken(draft, outermostCarrier(draft.state, scope));
}

/** An error ends what it happened in, up to where it is caught; where it isn't, the case fails. */
export function throwError(draft: Draft, node: FlowNode, scope: number, code: string | undefined): void {
  happened(draft, 'error.thrown', node.id, { code: code ?? null });
  for (const places of placesAround(draft, scope)) if (catches(draft, places, 'error', code)) return;
  failCase(draft, code);
}

/** An error at an activity itself, whose token rests: its own border first. */
export function throwErrorAt(draft: Draft, node: FlowNode, token: Token, code: string): void {
  happened(draft, 'error.thrown', node.id, { code });
  const outer = outerToken(draft, token);
  if (catches(draft, catchersOf(draft, outer), 'error', code)) return;
  cancelActivity(draft, outer);
  for (const places of placesAround(draft, outer.scope)) if (catches(draft, places, 'error', code)) return;
  failCase(draft, code);
}

function outerToken(draft: Draft, token: Token): Token {
  const scope = findScope(draft.state, token.scope);
  if (scope === undefined || scope.element !== token.element) return token;
  const around = scope.role === 'instance' && scope.token === 0 ? findScope(draft.state, scope.parent) : scope;
  const carrier = findToken(draft, around?.token ?? 0);
  return carrier === undefined ? token : outerToken(draft, carrier);
}

function escalate(draft: Draft, scope: number, code: string | undefined): void {
  for (const places of placesAround(draft, scope)) if (catches(draft, places, 'escalation', code)) return;
}

function catches(
  draft: Draft,
  places: readonly Catcher[],
  is: 'error' | 'escalation',
  code: string | undefined,
): boolean {
  // one that names the code goes before one that catches any
  for (const exact of [true, false])
    for (const place of places) {
      const index = place.events.findIndex(
        (event) => event.is === is && (exact ? event.code === code && code !== undefined : event.code === undefined),
      );
      if (index === -1) continue;
      caught(draft, place, index);
      return true;
    }
  return false;
}

function failCase(draft: Draft, code: string | undefined): void {
  clearScope(draft, rootScope, { keepDone: false });
  closeCase(draft, 'failed', { code: code ?? null });
}
