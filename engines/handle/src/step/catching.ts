import { isTrue } from '../model/expression.ts';
import { isActivity, type EventDefinition, type FlowNode, type StartEvent } from '../model/processDefinition.ts';
import { findFollowedClock } from './caseClocks.ts';
import { rootScope, type Timer, type Token } from './caseState.ts';
import { dueTimes } from '../clock/index.ts';
import { change, dropToken, findToken, happened, nodeOf, replaceToken, takeId, type Draft } from './draft.ts';
import { endTask } from './endTask.ts';
import { isInner } from './scopeTree.ts';
import { clearScope, dropScope, openScope } from './scopes.ts';
import { sendOn } from './sendOn.ts';
import { timerDue } from './timerDue.ts';
import { variablesAt } from './variables.ts';

/**
 * A place where an event is waited for now: a token at a catching event, a receive task or behind an event-based gateway; a
 * boundary event of an activity that runs; the start of an event subprocess of a scope that runs.
 */
export interface Catcher {
  readonly node: FlowNode;
  /** The token that waits, or that of the activity; undefined for the start of an event subprocess. */
  readonly token: Token | undefined;
  readonly scope: number;
  readonly events: readonly EventDefinition[];
}

function eventsOf(node: FlowNode): readonly EventDefinition[] {
  if (node.kind === 'receiveTask') return [{ is: 'message', name: node.message }];
  return node.kind === 'catchEvent' || node.kind === 'boundaryEvent' || node.kind === 'startEvent' ? node.events : [];
}

/** What waits because of a token. */
export function catchersOf(draft: Draft, token: Token): Catcher[] {
  if (token.state !== 'live') return [];
  const node = nodeOf(draft, token.element);
  const { scope } = token;
  if (node.kind === 'catchEvent') return [{ node, token, scope, events: node.events }];
  if (node.kind === 'eventBasedGateway')
    return followers(draft, node).map((next) => ({ node: next, token, scope, events: eventsOf(next) }));
  if (!isActivity(node)) return [];
  const inner = isInner(draft.state, token);
  const boundary = inner ? [] : node.boundary.map((id) => nodeOf(draft, id));
  return [
    ...boundary.map((event) => ({ node: event, token, scope, events: eventsOf(event) })),
    // a task with instances waits for the message in each of them
    ...(node.kind === 'receiveTask' && (inner || node.loop === undefined)
      ? [{ node, token, scope, events: eventsOf(node) }]
      : []),
  ];
}

export function followers(draft: Draft, node: FlowNode): FlowNode[] {
  return node.outgoing.flatMap((id) => {
    const flow = draft.definition.flows.get(id);
    return flow === undefined ? [] : [nodeOf(draft, flow.to)];
  });
}

/** Start events of the event subprocesses that listen in a scope. */
export function listenersOf(draft: Draft, scope: number): Catcher[] {
  const definition = definitionOfScope(draft, scope);
  if (definition === undefined) return [];
  return definition.listeners.flatMap((id) =>
    startEventsOf(draft, id).map((node) => ({ node, token: undefined, scope, events: node.events })),
  );
}

function startEventsOf(draft: Draft, subprocess: string): StartEvent[] {
  const found: StartEvent[] = [];
  for (const node of draft.definition.nodes.values())
    if (node.kind === 'startEvent' && node.scope === subprocess) found.push(node);
  return found;
}

/** The definition of what runs in a scope; undefined for scopes that hold no flow of their own. */
export function definitionOfScope(draft: Draft, scope: number) {
  const { definition, state } = draft;
  if (scope === rootScope) return definition.scopes.get(definition.id);
  const found = state.scopes.find((one) => one.id === scope);
  if (found === undefined || (found.role !== 'body' && found.role !== 'listener')) return undefined;
  const node = nodeOf(draft, found.element);
  return definition.scopes.get(node.kind === 'callActivity' ? node.calls : node.id);
}

/** Everything that waits in the case now. */
export function allCatchers(draft: Draft): Catcher[] {
  const { state } = draft;
  const scopes = [rootScope, ...state.scopes.map((scope) => scope.id)];
  return [
    ...scopes.flatMap((id) => listenersOf(draft, id)),
    ...state.tokens.flatMap((token) => catchersOf(draft, token)),
  ];
}

/** Sets the timers of a place that waits. */
export function arm(draft: Draft, { node, token, scope, events }: Catcher): void {
  for (const [index, event] of events.entries()) {
    if (event.is === 'conditional') draft.conditionsStale = true;
    if (event.is !== 'timer') continue;
    const { timer: rule } = event;
    const place = { token: token?.id ?? 0, scope };
    const clock = rule.by === 'clock' ? findFollowedClock(draft.state, place) : undefined;
    const times = clock === undefined ? { warnAt: null, dueAt: null } : dueTimes(clock, draft.ports.calendar);
    const dueAt = timerDue(rule, draft.at, variablesAt(draft.state, scope), node.id, times);
    const left = rule.by === 'cycle' ? (rule.times ?? null) : 1;
    const timer: Timer = { id: takeId(draft), element: node.id, index, ...place, dueAt, left };
    change(draft, { timers: [...draft.state.timers, timer] });
  }
}

const isStill = (draft: Draft, catcher: Catcher): boolean =>
  catcher.token === undefined
    ? catcher.scope === rootScope || draft.state.scopes.some((scope) => scope.id === catcher.scope)
    : findToken(draft, catcher.token.id) !== undefined;

/**
 * Gives an event to every place that waits for it. One that an earlier place has taken away doesn't get it any more.
 * @returns how many took it
 */
export function deliver(draft: Draft, matches: (event: EventDefinition) => boolean): number {
  let taken = 0;
  for (const catcher of allCatchers(draft)) {
    const index = catcher.events.findIndex(matches);
    if (index === -1 || !isStill(draft, catcher)) continue;
    taken += 1;
    caught(draft, catcher, index);
  }
  return taken;
}

/** An event came to a place that waits for it. With `keep` the place goes on waiting, and its activity goes on. */
export function caught(draft: Draft, catcher: Catcher, index: number, keep = false): void {
  const { node } = catcher;
  if (!isComplete(draft, catcher, index)) return;
  if (node.kind === 'startEvent') {
    startListener(draft, node, catcher.scope);
    return;
  }
  const token = catcher.token === undefined ? undefined : findToken(draft, catcher.token.id);
  if (token === undefined) return;
  if (node.kind === 'boundaryEvent') {
    if (node.interrupting && !keep) cancelActivity(draft, token);
    sendOn(draft, node, token.scope);
    return;
  }
  if (token.element === node.id && node.kind === 'receiveTask') {
    draft.arrivals.push({ do: 'finish', token: token.id, scope: token.scope });
    return;
  }
  if (!keep) dropToken(draft, token.id);
  sendOn(draft, node, token.scope);
}

/** Whether all came that are waited for together; notes the one that came where not. */
function isComplete(draft: Draft, { node, token, events }: Catcher, index: number): boolean {
  const together = 'parallelMultiple' in node && node.parallelMultiple && events.length > 1;
  if (!together || token === undefined) return true;
  const now = findToken(draft, token.id) ?? token;
  const got = new Set([...now.got, `${node.id}#${index}`]);
  replaceToken(draft, { ...now, got: [...got] });
  return events.every((_event, at) => got.has(`${node.id}#${at}`));
}

/** Ends an activity before its time: its task, timers, inside and clocks go. */
export function cancelActivity(draft: Draft, token: Token): void {
  const carried = draft.state.scopes.filter((scope) => scope.token === token.id);
  for (const scope of carried) dropScope(draft, scope.id);
  // a token has more than one where signers were added
  for (const task of draft.state.tasks.filter((one) => one.token === token.id && one.state === 'open')) {
    endTask(draft, task, { state: 'cancelled' });
    happened(draft, 'task.cancelled', task.element, { task: task.id });
  }
  dropToken(draft, token.id);
}

/** An event subprocess starts; an interrupting one ends what it stands in first. */
function startListener(draft: Draft, node: StartEvent, scope: number): void {
  if (node.interrupting) clearScope(draft, scope, { keepDone: true });
  const opened = openScope(draft, { parent: scope, element: node.scope, role: 'listener', token: 0 });
  sendOn(draft, node, opened.id);
  for (const listener of listenersOf(draft, opened.id)) arm(draft, listener);
}

/** Lets everything go off whose condition has come to hold. */
export function checkConditions(draft: Draft): void {
  draft.conditionsStale = false;
  for (const catcher of allCatchers(draft)) {
    for (const [index, event] of catcher.events.entries()) {
      if (event.is !== 'conditional' || !isStill(draft, catcher)) continue;
      const holds = isTrue(event.condition, variablesAt(draft.state, catcher.scope));
      if (!marksEdge(draft, catcher, `?${catcher.node.id}#${index}`, holds)) continue;
      happened(draft, 'condition.met', catcher.node.id, { condition: event.condition.text.slice(0, 200) });
      caught(draft, catcher, index);
    }
  }
}

/** True where a condition holds that did not hold before; what holds is remembered on the token, or on the scope. */
function marksEdge(draft: Draft, { token, scope }: Catcher, key: string, holds: boolean): boolean {
  const now = token === undefined ? undefined : findToken(draft, token.id);
  const known = now?.got ?? draft.state.heard.filter((one) => one.scope === scope).map((one) => one.key);
  if (known.includes(key) === holds) return false;
  if (now !== undefined) {
    replaceToken(draft, { ...now, got: holds ? [...now.got, key] : now.got.filter((one) => one !== key) });
  } else {
    const others = draft.state.heard.filter((one) => one.scope !== scope || one.key !== key);
    change(draft, { heard: holds ? [...others, { scope, key }] : others });
  }
  return holds;
}
