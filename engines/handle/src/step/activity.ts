import { faults } from '../faults.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { isTrue } from '../model/expression.ts';
import {
  isActivity,
  type ActivityNode,
  type BusinessRuleTask,
  type CallActivity,
  type ScriptTask,
  type SubProcess,
} from '../model/processDefinition.ts';
import { startClockOf, stopClocksOf } from './caseClocks.ts';
import type { Token } from './caseState.ts';
import { arm, catchersOf, checkConditions, definitionOfScope, listenersOf } from './catching.ts';
import { change, dropToken, findToken, happened, nodeOf, replaceToken, type Draft } from './draft.ts';
import { enterUserTask } from './enterUserTask.ts';
import { instanceEnded, openLoop } from './loops.ts';
import { rest } from './rest.ts';
import { findScope, isInner } from './scopeTree.ts';
import { dropScope, openScope } from './scopes.ts';
import { sendOn } from './sendOn.ts';
import { assign, replaceScope, variablesAt } from './variables.ts';

/** A token comes to an activity: what stands on its border is set, and it begins, once or in its instances. */
export function enterActivity(draft: Draft, node: ActivityNode, scope: number, via: string | null): void {
  if (node.startQuantity > 1 && !gather(draft, node, scope, via)) return;
  const token = rest(draft, node.id, scope, via);
  if (node.loop === undefined) begin(draft, node, token);
  else if (!openLoop(draft, node, node.loop, token, (instance) => begin(draft, node, instance))) {
    leave(draft, node, token);
    return;
  }
  if (node.boundary.length === 0 || findToken(draft, token.id) === undefined) return;
  for (const catcher of catchersOf(draft, token)) if (catcher.node.kind === 'boundaryEvent') arm(draft, catcher);
  // a condition that holds already goes off before anything inside does
  if (draft.conditionsStale) checkConditions(draft);
}

/** Whether enough tokens have come for the activity to start; they are taken then. */
function gather(draft: Draft, node: ActivityNode, scope: number, via: string | null): boolean {
  const waiting = draft.state.tokens.filter(
    (one) => one.element === node.id && one.scope === scope && one.state === 'spent',
  );
  if (waiting.length + 1 < node.startQuantity) {
    replaceToken(draft, { ...rest(draft, node.id, scope, via), state: 'spent' });
    return false;
  }
  for (const token of waiting) dropToken(draft, token.id);
  return true;
}

/** An activity begins at a token; its mappings give it variables of its own. */
export function begin(draft: Draft, node: ActivityNode, token: Token): void {
  if (node.inputs.length === 0 && node.outputs.length === 0) {
    perform(draft, node, token);
    return;
  }
  const outside = variablesAt(draft.state, token.scope);
  const values = Object.fromEntries(node.inputs.map(({ source, target }) => [target, source.evaluate(outside)]));
  if (isInner(draft.state, token)) {
    const scope = findScope(draft.state, token.scope);
    if (scope !== undefined) replaceScope(draft, { ...scope, variables: { ...scope.variables, ...values } });
    perform(draft, node, token);
    return;
  }
  const scope = openScope(draft, {
    parent: token.scope,
    element: node.id,
    role: 'instance',
    token: token.id,
    variables: values,
    keeps: node.outputs.length > 0,
  });
  perform(draft, node, rest(draft, node.id, scope.id, null));
}

function perform(draft: Draft, node: ActivityNode, token: Token): void {
  switch (node.kind) {
    case 'task':
    case 'manualTask':
      over(draft, token);
      return;
    case 'scriptTask':
      runScript(draft, node, token);
      over(draft, token);
      return;
    case 'businessRuleTask':
      decideHere(draft, node, token);
      over(draft, token);
      return;
    case 'sendTask':
      draft.effects.push({ do: 'message', name: node.message, variables: variablesAt(draft.state, token.scope) });
      happened(draft, 'message.sent', node.id, { message: node.message });
      over(draft, token);
      return;
    case 'userTask':
      enterUserTask(draft, node, token);
      return;
    case 'receiveTask':
      return;
    case 'serviceTask':
      draft.effects.push({
        do: 'call',
        token: token.id,
        operation: node.operation,
        input: variablesAt(draft.state, token.scope),
      });
      happened(draft, 'service.called', node.id, { operation: node.operation, token: token.id });
      return;
    case 'subProcess':
    case 'callActivity':
      openBody(draft, node, token);
  }
}

/** Handled in its turn, so that what stands on the border is set before. */
function over(draft: Draft, token: Token): void {
  draft.arrivals.push({ do: 'finish', token: token.id, scope: token.scope });
}

function runScript(draft: Draft, node: ScriptTask, token: Token): void {
  const value = node.script.evaluate(variablesAt(draft.state, token.scope));
  const values = node.result === undefined ? value : { [node.result]: value };
  if (isObject(values)) assign(draft, token.scope, values);
  happened(draft, 'script.run', node.id, isObject(values) ? { variables: values } : {});
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decideHere(draft: Draft, node: BusinessRuleTask, token: Token): void {
  const { outputs, reason, rules } = draft.ports.decide(node.decision, variablesAt(draft.state, token.scope));
  if (Object.keys(outputs).length === 0) throw faults.decisionFailed({ element: node.id, decision: node.decision });
  assign(draft, token.scope, node.result === undefined ? outputs : { [node.result]: outputs });
  happened(draft, 'decision.made', node.id, {
    decision: node.decision,
    outputs,
    reason: { zh: reason.zh, en: reason.en },
    rules: [...rules],
  });
}

/** The inside of a subprocess or called process begins. */
function openBody(draft: Draft, node: SubProcess | CallActivity, token: Token): void {
  const of = draft.definition.scopes.get(node.kind === 'callActivity' ? node.calls : node.id);
  if (of === undefined) throw faults.stuck({ element: node.id });
  const scope = openScope(draft, {
    parent: token.scope,
    element: node.id,
    role: 'body',
    token: token.id,
    variables: Object.fromEntries(of.variables.map((name) => [name, null])),
  });
  if (node.clock !== undefined)
    startClockOf(draft, node.clock, { of: 'stage', element: node.id, name: node.name, scope: scope.id, task: null });
  for (const listener of listenersOf(draft, scope.id)) arm(draft, listener);
  const { starts } = of;
  if (node.kind === 'subProcess' && node.variant === 'adHoc' && node.byHand) return;
  const first = node.kind === 'subProcess' && node.ordering === 'sequential' && node.variant === 'adHoc';
  for (const start of first ? starts.slice(0, 1) : starts)
    draft.arrivals.push({ do: 'enter', node: nodeOf(draft, start), scope: scope.id, via: null });
}

/** What an activity does at a token is over: its results go out, and the token goes on, or the next instance begins. */
export function finish(draft: Draft, id: number): void {
  const token = findToken(draft, id);
  if (token === undefined) return;
  const node = nodeOf(draft, token.element);
  if (!isActivity(node)) throw faults.stuck({ element: node.id });
  if (!isInner(draft.state, token)) {
    leave(draft, node, token);
    return;
  }
  const scope = findScope(draft.state, token.scope);
  if (scope === undefined) throw faults.stuck({ element: node.id });
  const inside = variablesAt(draft.state, scope.id);
  const given = Object.fromEntries(node.outputs.map(({ source, target }) => [target, source.evaluate(inside)]));
  for (const body of draft.state.scopes.filter((one) => one.token === token.id)) dropScope(draft, body.id);
  dropToken(draft, token.id);
  change(draft, { scopes: draft.state.scopes.filter((one) => one.id !== scope.id) });
  const around = findScope(draft.state, scope.parent);
  if (around?.role === 'loop' && around.element === node.id && node.loop !== undefined) {
    const ended = { scope, given: node.outputs.length > 0 ? given : undefined };
    const next = (instance: Token): void => begin(draft, node, instance);
    if (instanceEnded(draft, node, node.loop, around, ended, next)) finish(draft, around.token);
    return;
  }
  assign(draft, scope.parent, given);
  finish(draft, scope.token);
}

/** The token goes out of an activity that is over. */
function leave(draft: Draft, node: ActivityNode, token: Token): void {
  const body = draft.state.scopes.find((scope) => scope.token === token.id);
  if (body !== undefined) stopClocksOf(draft, (clock) => clock.of === 'stage' && clock.scope === body.id);
  dropToken(draft, token.id);
  const keeps = body?.role === 'body' && canBeUndone(draft, body.id);
  if (node.compensatedBy !== undefined || keeps) {
    const done: Token = { ...rest(draft, node.id, token.scope, null), state: 'done' };
    replaceToken(draft, done);
    if (body !== undefined && keeps) replaceScope(draft, { ...body, role: 'kept', token: done.id });
  }
  if (body !== undefined) change(draft, { timers: draft.state.timers.filter((timer) => timer.scope !== body.id) });
  if (body !== undefined && !keeps)
    change(draft, {
      scopes: draft.state.scopes.filter((scope) => scope.id !== body.id),
      tokens: draft.state.tokens.filter((one) => one.scope !== body.id),
    });
  sendOn(draft, node, token.scope);
}

/** Whether something inside a body that ended could be compensated. */
function canBeUndone(draft: Draft, scope: number): boolean {
  if (draft.state.tokens.some((token) => token.scope === scope && token.state === 'done')) return true;
  return definitionOfScope(draft, scope)?.listeners.some((id) => isCompensation(draft, id)) ?? false;
}

function isCompensation(draft: Draft, listener: string): boolean {
  for (const node of draft.definition.nodes.values())
    if (node.kind === 'startEvent' && node.scope === listener)
      if (node.events.some((event) => event.is === 'compensation')) return true;
  return false;
}

/** Whether an ad-hoc subprocess says that it is over. */
export function isOver(draft: Draft, node: SubProcess, scope: number): boolean {
  return node.completion !== undefined && isTrue(node.completion, variablesAt(draft.state, scope));
}
