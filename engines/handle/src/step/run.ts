import { faults } from '../faults.ts';
import { isActivity, type FlowNode } from '../model/processDefinition.ts';
import { enterActivity, finish, isOver } from './activity.ts';
import { rootScope, type Scope } from './caseState.ts';
import { arm, catchersOf, checkConditions } from './catching.ts';
import { closeCase } from './closeCase.ts';
import { transactionUndone, undoNext } from './compensating.ts';
import { dropToken, findToken, nodeOf, type Arrival, type Draft } from './draft.ts';
import { arriveAtComplex, arriveAtParallel, releaseInclusive } from './joins.ts';
import { rest } from './rest.ts';
import { clearScope, dropScope } from './scopes.ts';
import { sendOn } from './sendOn.ts';
import { throwEvent } from './throwing.ts';
import { replaceScope } from './variables.ts';

/** Nodes passed in one step at the most; a loop that nothing leads out of is refused when the model is read. */
const mostNodes = 20_000;

/**
 * Moves everything on until each token waits or has ended; scopes in which nothing is left end, and the case ends with its
 * last token.
 * @throws handle.stuck, handle.endless, handle.decisionFailed, handle.expressionFailed, handle.tooMany
 */
export function run(draft: Draft): void {
  let passed = 0;
  do {
    passed += 1;
    if (passed > mostNodes) throw faults.endless({ limit: mostNodes, element: draft.definition.id });
    for (let arrival = nextArrival(draft); arrival !== undefined; arrival = nextArrival(draft)) {
      passed += 1;
      if (passed > mostNodes) throw faults.endless({ limit: mostNodes, element: elementOf(draft, arrival) });
      handle(draft, arrival);
    }
    if (draft.conditionsStale) checkConditions(draft);
  } while (draft.state.state === 'open' && (draft.arrivals.length > 0 || settle(draft)));
}

/** What throws an event goes last, so that whoever waits for it on another branch has come to wait. */
function nextArrival({ arrivals }: Draft): Arrival | undefined {
  const quiet = arrivals.findIndex((one) => !(one.do === 'enter' && isThrower(one.node)));
  return arrivals.splice(Math.max(quiet, 0), 1)[0];
}

function isThrower(node: FlowNode): boolean {
  return (node.kind === 'throwEvent' || node.kind === 'endEvent') && node.events.length > 0;
}

function elementOf(draft: Draft, arrival: Arrival): string {
  return arrival.do === 'enter' ? arrival.node.id : (findToken(draft, arrival.token)?.element ?? '–');
}

function handle(draft: Draft, arrival: Arrival): void {
  if (arrival.do === 'finish') finish(draft, arrival.token);
  else enter(draft, arrival.node, arrival.scope, arrival.via);
}

function enter(draft: Draft, node: FlowNode, scope: number, via: string | null): void {
  if (isActivity(node)) {
    enterActivity(draft, node, scope, via);
    return;
  }
  switch (node.kind) {
    case 'startEvent':
    case 'boundaryEvent':
    case 'exclusiveGateway':
      sendOn(draft, node, scope);
      return;
    case 'inclusiveGateway':
      if (node.incoming.length > 1) rest(draft, node.id, scope, via);
      else sendOn(draft, node, scope);
      return;
    case 'parallelGateway':
      if (arriveAtParallel(draft, node, scope, via)) sendOn(draft, node, scope);
      return;
    case 'complexGateway':
      if (arriveAtComplex(draft, node, scope, via)) sendOn(draft, node, scope);
      return;
    case 'eventBasedGateway':
      armAll(draft, rest(draft, node.id, scope, via).id);
      return;
    case 'catchEvent':
      // the target of a link is come to through the link only
      if (node.events.some((event) => event.is === 'link')) sendOn(draft, node, scope);
      else armAll(draft, rest(draft, node.id, scope, via).id);
      return;
    case 'throwEvent':
      if (throwAll(draft, node, scope)) sendOn(draft, node, scope);
      return;
    case 'endEvent':
      throwAll(draft, node, scope);
  }
}

function armAll(draft: Draft, id: number): void {
  const token = findToken(draft, id);
  if (token !== undefined) for (const catcher of catchersOf(draft, token)) arm(draft, catcher);
}

/** @returns whether the token that throws goes on by itself */
function throwAll(draft: Draft, node: FlowNode & { readonly kind: 'throwEvent' | 'endEvent' }, scope: number): boolean {
  for (const event of node.events) {
    // it rests meanwhile, so that what it throws can end it too
    const token = rest(draft, node.id, scope, null);
    const thrown = throwEvent(draft, node, scope, event);
    const isThere = findToken(draft, token.id) !== undefined;
    dropToken(draft, token.id);
    if (thrown !== 'goesOn' || !isThere) return false;
  }
  return true;
}

/**
 * Nothing moves: inclusive gateways see whether anything can still come to them, and scopes in which nothing waits end.
 * @returns whether something moves again
 */
function settle(draft: Draft): boolean {
  if (releaseInclusive(draft)) return true;
  endAdHoc(draft);
  const busy = busyScopes(draft);
  // the innermost first
  for (const scope of draft.state.scopes.toReversed())
    if (!busy.has(scope.id) && scope.role !== 'kept' && endScope(draft, scope)) return true;
  if (!busy.has(rootScope)) {
    closeCase(draft, 'completed');
    return false;
  }
  return draft.arrivals.length > 0;
}

/** Scopes in which a token waits, or another scope runs. */
function busyScopes({ state }: Draft): ReadonlySet<number> {
  const busy = new Set<number>();
  for (const token of state.tokens) if (token.state === 'live') busy.add(token.scope);
  for (const scope of state.scopes) if (scope.role !== 'kept') busy.add(scope.parent);
  return busy;
}

/** @returns whether something changed */
function endScope(draft: Draft, scope: Scope): boolean {
  const node = nodeOf(draft, scope.element);
  switch (scope.role) {
    case 'body':
      if (isActivity(node) && node.kind === 'subProcess' && node.variant === 'adHoc') {
        if (node.byHand && !isOver(draft, node, scope.id)) return false;
        if (node.ordering === 'sequential' && beginNextOf(draft, scope)) return true;
      }
      if (scope.token === 0) {
        dropScope(draft, scope.id); // it was undone
        return true;
      }
      finish(draft, scope.token);
      return true;
    case 'listener':
      dropScope(draft, scope.id);
      return true;
    case 'undo': {
      if (undoNext(draft, scope.id)) return true;
      if (scope.token === 0) {
        transactionUndone(draft, scope);
        return true;
      }
      const token = findToken(draft, scope.token);
      dropScope(draft, scope.id);
      dropToken(draft, scope.token);
      if (token !== undefined && node.kind === 'throwEvent') sendOn(draft, node, token.scope);
      return true;
    }
    case 'instance':
    case 'loop':
    case 'kept':
      return false;
  }
}

/** Begins the next activity of a sequential ad-hoc subprocess. */
function beginNextOf(draft: Draft, scope: Scope): boolean {
  const { starts = [] } = draft.definition.scopes.get(scope.element) ?? {};
  const next = scope.remaining.length + 1;
  const start = starts[next];
  if (start === undefined) return false;
  replaceScope(draft, { ...scope, remaining: [...scope.remaining, next] });
  draft.arrivals.push({ do: 'enter', node: nodeOf(draft, start), scope: scope.id, via: null });
  return true;
}

/** An ad-hoc subprocess that says it is over ends, with what still runs in it unless that is to be waited for. */
function endAdHoc(draft: Draft): void {
  for (const scope of draft.state.scopes) {
    if (scope.role !== 'body') continue;
    const node = nodeOf(draft, scope.element);
    if (node.kind !== 'subProcess' || node.variant !== 'adHoc' || !isOver(draft, node, scope.id)) continue;
    if (!node.cancelRemaining) continue;
    clearScope(draft, scope.id, { keepDone: false });
  }
}
