import type { XmlElement } from '@yiwang/xml';
import { isActivity, type EventDefinition, type FlowNode, type ProcessDefinition } from './processDefinition.ts';
import type { Refuse } from './refusal.ts';

type Graph = Pick<ProcessDefinition, 'nodes' | 'flows' | 'scopes'>;

/** Refuses a graph in which a token could get lost, get stuck without a say, or run for ever without waiting. */
export function checkFlows(graph: Graph, elements: ReadonlyMap<string, XmlElement>, refuse: Refuse): void {
  const { nodes, flows, scopes } = graph;
  const [any] = elements.values();
  const at = (id: string): XmlElement => {
    const found = elements.get(id) ?? any;
    if (found === undefined) throw new TypeError(`no element ${id}`);
    return found;
  };
  for (const flow of flows.values()) {
    if (nodes.get(flow.from)?.scope !== nodes.get(flow.to)?.scope) refuse(at(flow.id), 'crossing');
  }
  for (const node of nodes.values()) {
    checkEnds(node, at(node.id), graph, refuse);
    checkConditions(node, graph, at, refuse);
    checkReferences(node, at(node.id), graph, refuse);
  }
  for (const scope of scopes.values()) {
    const element = at(scope.id);
    const wants =
      element.name === 'subProcess' ? element.attributes['triggeredByEvent'] !== 'true' : element.name !== 'process';
    const opens = [...nodes.values()].some((node) => node.scope === scope.id && node.kind === 'startEvent');
    if (scope.starts.length === 0 && (wants || !opens)) refuse(element, 'start', { n: 0 });
  }
  const circle = findIdleCircle(graph);
  if (circle !== undefined) refuse(at(circle), 'loop');
}

const never: ReadonlySet<FlowNode['kind']> = new Set(['startEvent', 'boundaryEvent']);

function checkEnds(node: FlowNode, element: XmlElement, graph: Graph, refuse: Refuse): void {
  const around = graph.scopes.get(node.scope);
  if (never.has(node.kind) && node.incoming.length > 0) refuse(element, 'incoming');
  const entered =
    never.has(node.kind) ||
    node.incoming.length > 0 ||
    around?.starts.includes(node.id) === true ||
    around?.listeners.includes(node.id) === true ||
    (node.kind === 'catchEvent' && node.events.some((event) => event.is === 'link')) ||
    (node.kind === 'receiveTask' && element.attributes['instantiate'] === 'true') ||
    (isActivity(node) && node.isForCompensation);
  if (!entered) refuse(element, 'unreachable');
  const n = node.outgoing.length;
  if (node.kind === 'endEvent' && n !== 0) refuse(element, 'outgoing', { n, want: '0' });
  const goesOn = node.kind.endsWith('Gateway') || node.kind === 'startEvent';
  if (goesOn && n === 0) refuse(element, 'outgoing', { n, want: '1+' });
}

function checkConditions(node: FlowNode, { flows }: Graph, at: (id: string) => XmlElement, refuse: Refuse): void {
  if (node.kind !== 'exclusiveGateway' && node.kind !== 'inclusiveGateway') return;
  for (const id of node.outgoing) {
    const isDefault = node.defaultFlow === id;
    const condition = flows.get(id)?.condition;
    if (condition !== undefined && isDefault) refuse(at(id), 'condition');
    if (condition === undefined && !isDefault && node.outgoing.length > 1) refuse(at(id), 'noCondition');
  }
}

function eventsOf(node: FlowNode): readonly EventDefinition[] {
  return 'events' in node ? node.events : [];
}

function checkReferences(node: FlowNode, element: XmlElement, { nodes, scopes }: Graph, refuse: Refuse): void {
  for (const event of eventsOf(node)) {
    if (event.is === 'timer' && event.timer.by === 'clock') {
      const host = node.kind === 'boundaryEvent' ? nodes.get(node.attachedTo) : undefined;
      const listener = nodes.get(node.scope);
      const around = node.kind === 'startEvent' ? scopes.get(listener?.scope ?? '') : undefined;
      const outer = nodes.get(around?.id ?? '');
      const clock = isActivity(host) ? host.clock : (around?.clock ?? (isActivity(outer) ? outer.clock : undefined));
      if (host === undefined && around === undefined) refuse(element, 'clockTimer');
      if (clock === undefined) refuse(element, 'noLimit');
    }
    if (event.is === 'compensation' && event.activity !== undefined && !nodes.has(event.activity))
      refuse(element, 'dangling', { value: event.activity });
  }
  if (node.kind === 'boundaryEvent' && !isActivity(nodes.get(node.attachedTo))) refuse(element, 'attached');
  if (node.kind === 'callActivity' && !scopes.has(node.calls)) refuse(element, 'called', { value: node.calls });
  if (node.kind === 'userTask' && node.notBy !== undefined)
    if (node.notBy === node.id || nodes.get(node.notBy)?.kind !== 'userTask') refuse(element, 'notBy');
  if (node.kind === 'throwEvent')
    for (const event of node.events)
      if (event.is === 'link' && findLinkTarget(nodes, node, event.name) === undefined)
        refuse(element, 'dangling', { value: event.name });
}

/** The catching link event of that name in the same scope. */
export function findLinkTarget(
  nodes: ReadonlyMap<string, FlowNode>,
  from: FlowNode,
  name: string,
): FlowNode | undefined {
  for (const node of nodes.values())
    if (node.kind === 'catchEvent' && node.scope === from.scope)
      if (node.events.some((event) => event.is === 'link' && event.name === name)) return node;
  return undefined;
}

const waits: ReadonlySet<FlowNode['kind']> = new Set([
  'userTask',
  'receiveTask',
  'serviceTask',
  'catchEvent',
  'eventBasedGateway',
  'subProcess',
  'callActivity',
  'endEvent',
]);

/** A node that stays, or that may lead out of a circle by what its conditions say; the step has a bound of its own. */
function breaksCircle(node: FlowNode, { flows }: Graph): boolean {
  if (waits.has(node.kind)) return true;
  if (node.kind === 'exclusiveGateway' || node.kind === 'inclusiveGateway' || node.kind === 'complexGateway')
    return node.outgoing.length > 1;
  return node.outgoing.some((id) => flows.get(id)?.condition !== undefined);
}

/** A node on a circle that no token could ever leave, if there is one. */
function findIdleCircle(graph: Graph): string | undefined {
  const { nodes, flows } = graph;
  const done = new Set<string>();
  for (const first of nodes.keys()) {
    const path = new Set<string>();
    const stack: { readonly id: string; readonly leaving: boolean }[] = [{ id: first, leaving: false }];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if (top.leaving) {
        path.delete(top.id);
        done.add(top.id);
        continue;
      }
      const node = nodes.get(top.id);
      if (node === undefined || done.has(top.id) || breaksCircle(node, graph)) continue;
      path.add(top.id);
      stack.push({ id: top.id, leaving: true });
      for (const flow of node.outgoing) {
        const to = flows.get(flow)?.to;
        if (to !== undefined && path.has(to)) return to;
        if (to !== undefined) stack.push({ id: to, leaving: false });
      }
    }
  }
  return undefined;
}
