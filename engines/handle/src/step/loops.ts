import type { JsonObject } from '../json.ts';
import { countOf, isTrue, listOf } from '../model/expression.ts';
import type { ActivityNode, MultiInstance, StandardLoop } from '../model/processDefinition.ts';
import type { LoopProgress, Scope, Token } from './caseState.ts';
import { catchersOf, caught } from './catching.ts';
import { mostInstances } from './checkRoom.ts';
import { findToken, happened, type Draft } from './draft.ts';
import { rest } from './rest.ts';
import { findScope } from './scopeTree.ts';
import { clearScope, dropScope, openScope } from './scopes.ts';
import { assign, replaceScope, variablesAt } from './variables.ts';

type Begin = (instance: Token) => void;

/**
 * Begins the instances of an activity: all of a parallel one, the first of others.
 * @returns false where there are none
 */
export function openLoop(
  draft: Draft,
  node: ActivityNode,
  loop: StandardLoop | MultiInstance,
  token: Token,
  beginOne: Begin,
): boolean {
  const variables = variablesAt(draft.state, token.scope);
  if (loop.is === 'loop') {
    const holds = !loop.testBefore || loop.condition === undefined || isTrue(loop.condition, variables);
    if (!holds) return false;
    const progress = { total: loop.most ?? 0, started: 0, completed: 0, items: null, results: [] };
    nextInstance(draft, node, loop, openLoopScope(draft, node, token, progress), beginOne);
    return true;
  }
  const items = loop.collection === undefined ? null : listOf(loop.collection, variables, node.id, mostInstances);
  const total =
    items?.length ??
    (loop.cardinality === undefined
      ? 0
      : countOf(loop.cardinality, variables, node.id, { least: 0, most: mostInstances }));
  if (total === 0) {
    if (loop.results !== undefined) assign(draft, token.scope, { [loop.results]: [] });
    return false;
  }
  const progress = { total, started: 0, completed: 0, items, results: Array.from({ length: total }, () => null) };
  const scope = openLoopScope(draft, node, token, progress);
  const first = loop.sequential ? 1 : total;
  for (let n = 0; n < first; n += 1) nextInstance(draft, node, loop, scope, beginOne);
  return true;
}

function openLoopScope(draft: Draft, node: ActivityNode, token: Token, loop: LoopProgress): Scope {
  return openScope(draft, { parent: token.scope, element: node.id, role: 'loop', token: token.id, loop });
}

function nextInstance(
  draft: Draft,
  node: ActivityNode,
  loop: StandardLoop | MultiInstance,
  { id }: Pick<Scope, 'id'>,
  beginOne: Begin,
): void {
  const around = findScope(draft.state, id);
  const progress = around?.loop;
  if (around === undefined || progress === null || progress === undefined) return;
  replaceScope(draft, { ...around, loop: { ...progress, started: progress.started + 1 } });
  const item =
    loop.is === 'multi' && loop.item !== undefined ? { [loop.item]: progress.items?.[progress.started] ?? null } : {};
  const instance = openScope(draft, {
    parent: id,
    element: node.id,
    role: 'instance',
    token: 0,
    variables: { ...item, loopCounter: progress.started + 1 },
    keeps: loop.is === 'multi',
  });
  beginOne(rest(draft, node.id, instance.id, null));
}

/**
 * An instance is over: another begins, or all are over.
 * @returns true where the activity as a whole is over
 */
export function instanceEnded(
  draft: Draft,
  node: ActivityNode,
  loop: StandardLoop | MultiInstance,
  { id }: Pick<Scope, 'id'>,
  ended: { readonly scope: Scope; readonly given: JsonObject | undefined },
  beginOne: Begin,
): boolean {
  const around = findScope(draft.state, id);
  const before = around?.loop;
  if (around === undefined || before === null || before === undefined) return false;
  const progress = { ...before, completed: before.completed + 1 };
  if (loop.is === 'loop') {
    if (ended.given !== undefined) assign(draft, around.parent, ended.given);
    replaceScope(draft, { ...around, loop: progress });
    const another =
      (progress.total === 0 || progress.completed < progress.total) &&
      (loop.condition === undefined
        ? progress.total > 0
        : isTrue(loop.condition, { ...variablesAt(draft.state, around.parent), loopCounter: progress.completed }));
    if (another) nextInstance(draft, node, loop, around, beginOne);
    else dropScope(draft, id);
    return !another;
  }
  gatherResult(draft, loop, around, progress, ended);
  const counts = {
    nrOfInstances: progress.total,
    nrOfCompletedInstances: progress.completed,
    nrOfActiveInstances: progress.started - progress.completed,
    numberOfInstances: progress.total,
    numberOfCompletedInstances: progress.completed,
    numberOfActiveInstances: progress.started - progress.completed,
  };
  const seen = { ...variablesAt(draft.state, around.parent), ...counts };
  throwProgress(draft, loop, around, progress, seen);
  const enough = loop.completion !== undefined && isTrue(loop.completion, seen);
  if (!enough && progress.completed < progress.total) {
    if (loop.sequential) nextInstance(draft, node, loop, around, beginOne);
    return false;
  }
  clearScope(draft, id, { keepDone: false });
  dropScope(draft, id);
  return true;
}

/** What an instance gave takes its place in the list of results, where one is wanted; else it goes out. */
function gatherResult(
  draft: Draft,
  loop: MultiInstance,
  around: Scope,
  progress: LoopProgress,
  { scope, given }: { readonly scope: Scope; readonly given: JsonObject | undefined },
): void {
  const { loopCounter, ...own } = scope.variables;
  if (loop.results === undefined) {
    if (given !== undefined) assign(draft, around.parent, given);
    replaceScope(draft, { ...around, loop: progress });
    return;
  }
  const at = typeof loopCounter === 'number' ? loopCounter - 1 : 0;
  const results = progress.results.with(at, given ?? own);
  replaceScope(draft, { ...around, loop: { ...progress, results } });
  assign(draft, around.parent, { [loop.results]: results.filter((one) => one !== null) });
}

/** Events that are thrown as instances end, to the border of the activity, which they never interrupt (BPMN 2.0, 13.3.7). */
function throwProgress(
  draft: Draft,
  loop: MultiInstance,
  around: Scope,
  { completed }: LoopProgress,
  seen: JsonObject,
): void {
  for (const { when, events } of loop.throws) {
    const now = when === 'each' || (when === 'first' ? completed === 1 : isTrue(when, seen));
    if (!now) continue;
    for (const event of events) {
      if (event.is !== 'signal') continue;
      happened(draft, 'signal.thrown', around.element, { signal: event.name });
      const token = findToken(draft, around.token);
      if (token === undefined) return;
      for (const catcher of catchersOf(draft, token)) {
        const index = catcher.events.findIndex((one) => one.is === 'signal' && one.name === event.name);
        if (index !== -1) caught(draft, catcher, index, true);
      }
    }
  }
}
