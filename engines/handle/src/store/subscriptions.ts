import { isActivity, type EventDefinition, type ProcessDefinition } from '../model/processDefinition.ts';
import type { CaseState } from '../step/caseState.ts';

export interface Subscription {
  readonly kind: 'message' | 'signal';
  readonly name: string;
}

/** Models in which nothing waits for a message or signal need no look at their tokens. */
const silent = new WeakMap<ProcessDefinition, boolean>();

function isSilent(definition: ProcessDefinition): boolean {
  let known = silent.get(definition);
  if (known === undefined) {
    known = ![...definition.nodes.values()].some(
      (node) => node.kind === 'receiveTask' || ('events' in node && node.events.some(isOutside)),
    );
    silent.set(definition, known);
  }
  return known;
}

function isOutside(
  event: EventDefinition,
): event is EventDefinition & Subscription & { readonly is: 'message' | 'signal' } {
  return event.is === 'message' || event.is === 'signal';
}

/** The messages and signals that a case waits for, each once, in order. */
export function subscriptionsOf(definition: ProcessDefinition, state: CaseState): readonly Subscription[] {
  if (state.state === 'closed' || isSilent(definition)) return [];
  const found = new Map<string, Subscription>();
  const add = (event: EventDefinition): void => {
    if (isOutside(event)) found.set(`${event.is} ${event.name}`, { kind: event.is, name: event.name });
  };
  const addNode = (id: string): void => {
    const node = definition.nodes.get(id);
    if (node === undefined) return;
    if (node.kind === 'receiveTask') add({ is: 'message', name: node.message });
    else if ('events' in node) node.events.forEach(add);
  };
  for (const token of state.tokens) {
    if (token.state !== 'live') continue;
    const node = definition.nodes.get(token.element);
    if (node === undefined) continue;
    addNode(node.id);
    if (isActivity(node)) node.boundary.forEach(addNode);
    if (node.kind === 'eventBasedGateway')
      for (const flow of node.outgoing) addNode(definition.flows.get(flow)?.to ?? '');
  }
  const open = [definition.id, ...state.scopes.map((scope) => scope.element)];
  for (const element of open) {
    const node = definition.nodes.get(element);
    const scope = definition.scopes.get(node?.kind === 'callActivity' ? node.calls : element);
    for (const listener of scope?.listeners ?? [])
      for (const start of definition.nodes.values())
        if (start.scope === listener && start.kind === 'startEvent') start.events.forEach(add);
  }
  return [...found.values()].toSorted((a, b) => (a.kind + a.name < b.kind + b.name ? -1 : 1));
}
