import { faults } from '../faults.ts';
import { isActivity, type FlowNode, type ProcessDefinition } from '../model/processDefinition.ts';
import type { Task, Token } from './caseState.ts';
import { cancelActivity } from './catching.ts';
import { change, findToken, type Draft } from './draft.ts';
import { rest } from './rest.ts';
import { findScope, isInner } from './scopeTree.ts';

/**
 * Work goes back (退回、重开) from where it is to a task before it, in the same flow.
 *
 * Branches that run beside it and would begin anew end with it. Where it goes back over a parallel join, to one of the
 * branches before it, the other branches stay done: the join has their tokens already, and waits for this one alone.
 *
 * @param from the task that it goes back from; undefined where a closed case goes on
 * @throws handle.noWayBack where no way leads from there to here, or another branch before the join still runs
 */
export function goBack(draft: Draft, from: Task | undefined, to: FlowNode, scope: number): void {
  const { definition } = draft;
  const refuse = (): never => {
    throw faults.noWayBack({ name: from?.name ?? draft.state.title, to: to.id.slice(0, 80) });
  };
  const ahead = reachedFrom(definition, to.id);
  if (from !== undefined && !leadsTo(definition, to.id, from.element)) refuse();
  const here = from === undefined ? undefined : carrierOf(draft, from);
  const within = here?.scope ?? scope;
  if (here !== undefined) cancelActivity(draft, here);
  if (from !== undefined) endBeside(draft, from.element, to.id, within);
  const filled: { readonly join: string; readonly flow: string }[] = [];
  for (const id of ahead) {
    const join = definition.nodes.get(id);
    if (join?.kind !== 'parallelGateway' || join.incoming.length < 2) continue;
    const before = reachedFrom(definition, to.id, id);
    if (from !== undefined && before.has(from.element)) continue;
    const flows = join.incoming.filter((flow) => !before.has(definition.flows.get(flow)?.from ?? ''));
    if (flows.length === 0) continue;
    const busy = draft.state.tokens.some(
      (token) =>
        token.scope === within &&
        token.state === 'live' &&
        (token.element === id || (before.has(token.element) && reachedFrom(definition, token.element).has(id))),
    );
    if (busy) refuse();
    filled.push(...flows.map((flow) => ({ join: id, flow })));
  }
  for (const { join, flow } of filled) rest(draft, join, within, flow);
  draft.arrivals.push({ do: 'enter', node: to, scope: within, via: null });
}

/** Whether some way leads from one node to another of the same flow. */
export function leadsTo(definition: ProcessDefinition, from: string, to: string): boolean {
  return reachedFrom(definition, from).has(to);
}

/** The token of the whole activity that a task belongs to: of all its instances, where it is one of several. */
function carrierOf(draft: Draft, task: Task): Token | undefined {
  let token = findToken(draft, task.token);
  while (token !== undefined && isInner(draft.state, token)) {
    // an instance lies in the scope that holds them all, and that is carried from outside
    const own = findScope(draft.state, token.scope);
    const carried = own?.token === 0 ? findScope(draft.state, own.parent) : own;
    token = findToken(draft, carried?.token ?? 0);
  }
  return token;
}

/** Ends what runs beside a task and meets it at a join: the way back leads to before where they parted. */
function endBeside(draft: Draft, from: string, to: string, scope: number): void {
  const { definition } = draft;
  const again = reachedFrom(definition, to, from);
  const joins = [...reachedFrom(definition, from)].filter((id) => isJoin(definition.nodes.get(id)));
  const beside = draft.state.tokens.filter((token) => {
    if (token.scope !== scope || token.state === 'done' || !again.has(token.element)) return false;
    const onward = reachedFrom(definition, token.element);
    return joins.some((join) => onward.has(join));
  });
  for (const token of beside) {
    if (isActivity(definition.nodes.get(token.element))) cancelActivity(draft, token);
    else change(draft, { tokens: draft.state.tokens.filter(({ id }) => id !== token.id) });
  }
}

function isJoin(node: FlowNode | undefined): boolean {
  if (node === undefined || node.incoming.length < 2) return false;
  return node.kind === 'parallelGateway' || node.kind === 'inclusiveGateway' || node.kind === 'complexGateway';
}

/** The nodes that a token can come to from one, that one included, by flows, boundary events and links. */
function reachedFrom({ nodes, flows }: ProcessDefinition, start: string, avoid?: string): ReadonlySet<string> {
  const found = new Set([start]);
  for (const id of found) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const next = node.outgoing.map((flow) => flows.get(flow)?.to ?? '');
    if (isActivity(node)) next.push(...node.boundary);
    if (node.kind === 'throwEvent')
      for (const event of node.events) if (event.is === 'link') next.push(...linksNamed(nodes, event.name, node.scope));
    for (const one of next) if (one !== avoid && one !== '') found.add(one);
  }
  return found;
}

function linksNamed(nodes: ProcessDefinition['nodes'], name: string, scope: string): readonly string[] {
  return [...nodes.values()]
    .filter((node) => node.kind === 'catchEvent' && node.scope === scope)
    .filter((node) => 'events' in node && node.events.some((event) => event.is === 'link' && event.name === name))
    .map(({ id }) => id);
}
