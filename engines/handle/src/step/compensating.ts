import { isActivity, type FlowNode } from '../model/processDefinition.ts';
import type { Scope, Token } from './caseState.ts';
import { catchersOf, caught, listenersOf } from './catching.ts';
import { dropToken, findToken, happened, nodeOf, type Draft } from './draft.ts';
import { rest } from './rest.ts';
import { findScope, outermostCarrier } from './scopeTree.ts';
import { clearScope, dropScope, openScope } from './scopes.ts';
import { sendOn } from './sendOn.ts';
import { replaceScope } from './variables.ts';

/**
 * A token throws a compensation: what was done in its scope is undone, last first, one after the other, and the token
 * waits meanwhile.
 * @returns false where nothing is to be undone
 */
export function compensate(draft: Draft, node: FlowNode, scope: number, activity: string | undefined): boolean {
  happened(draft, 'compensation.thrown', node.id, { activity: activity ?? null });
  const inside = findScope(draft.state, scope);
  // an event subprocess undoes what was done in the scope that it stands in
  const about = inside?.role === 'listener' ? inside.parent : scope;
  const remaining = doneIn(draft, about, activity);
  if (remaining.length === 0) return false;
  const token = rest(draft, node.id, scope, null);
  const undo = openScope(draft, { parent: scope, element: node.id, role: 'undo', token: token.id, remaining });
  undoNext(draft, undo.id);
  return true;
}

/** Ids of the done tokens of a scope, last first; of one activity where it is named. */
function doneIn(draft: Draft, scope: number, activity: string | undefined): number[] {
  return draft.state.tokens
    .filter((token) => token.state === 'done' && token.scope === scope)
    .filter((token) => activity === undefined || token.element === activity)
    .map((token) => token.id)
    .toReversed();
}

/** Undoes the next activity of a compensation. @returns false where none is left */
export function undoNext(draft: Draft, id: number): boolean {
  for (;;) {
    const undo = findScope(draft.state, id);
    const [next, ...remaining] = undo?.remaining ?? [];
    if (undo === undefined || next === undefined) return false;
    replaceScope(draft, { ...undo, remaining });
    const token = findToken(draft, next);
    if (token !== undefined && undoOne(draft, undo, token, remaining)) return true;
  }
}

/** @returns false where that activity turned out to have nothing to undo by itself */
function undoOne(draft: Draft, undo: Scope, token: Token, remaining: readonly number[]): boolean {
  const node = nodeOf(draft, token.element);
  const kept = draft.state.scopes.find((scope) => scope.token === token.id && scope.role === 'kept');
  const handler = isActivity(node) ? node.compensatedBy : undefined;
  if (handler !== undefined) {
    if (kept !== undefined) dropScope(draft, kept.id);
    dropToken(draft, token.id);
    draft.arrivals.push({ do: 'enter', node: nodeOf(draft, handler), scope: undo.id, via: null });
    return true;
  }
  if (kept === undefined) {
    dropToken(draft, token.id);
    return false;
  }
  dropToken(draft, token.id);
  // what was kept runs again inside the compensation
  replaceScope(draft, { ...kept, role: 'body', parent: undo.id, token: 0 });
  const own = listenersOf(draft, kept.id).find(({ events }) => events.some((event) => event.is === 'compensation'));
  if (own !== undefined) {
    caught(draft, own, 0);
    return true;
  }
  const inner = doneIn(draft, kept.id, undefined);
  const now = findScope(draft.state, undo.id);
  if (now !== undefined) replaceScope(draft, { ...now, remaining: [...inner, ...remaining] });
  return false;
}

/** A cancel end event: the transaction around it is undone, and then left by its cancel boundary event. */
export function cancelTransaction(draft: Draft, node: FlowNode, scope: number): void {
  let at = scope;
  for (let found = findScope(draft.state, at); found !== undefined; found = findScope(draft.state, at)) {
    const around = nodeOf(draft, found.element);
    if (around.kind === 'subProcess' && around.variant === 'transaction' && found.role === 'body') break;
    at = found.parent;
  }
  clearScope(draft, at, { keepDone: true });
  const remaining = doneIn(draft, at, undefined);
  const undo = openScope(draft, { parent: at, element: node.id, role: 'undo', token: 0, remaining });
  if (!undoNext(draft, undo.id)) transactionUndone(draft, undo);
}

/** All of a cancelled transaction is undone. */
export function transactionUndone(draft: Draft, undo: Scope): void {
  const token = findToken(draft, outermostCarrier(draft.state, undo.parent));
  dropScope(draft, undo.id);
  if (token === undefined) return;
  for (const catcher of catchersOf(draft, token)) {
    const index = catcher.events.findIndex((event) => event.is === 'cancel');
    if (index === -1) continue;
    caught(draft, catcher, index);
    return;
  }
  const node = nodeOf(draft, token.element);
  for (const scope of draft.state.scopes.filter((one) => one.token === token.id)) dropScope(draft, scope.id);
  dropToken(draft, token.id);
  sendOn(draft, node, token.scope);
}
