import type { XmlElement } from '@yiwang/xml';
import type { FlowNode, SequenceFlow } from './processDefinition.ts';
import type { Refuse } from './refusal.ts';

type Nodes = ReadonlyMap<string, FlowNode>;
type Flows = ReadonlyMap<string, SequenceFlow>;

/** Refuses a graph in which a token could get lost, get stuck without a say, or run for ever without waiting. */
export function checkFlows(
  nodes: Nodes,
  flows: Flows,
  elements: ReadonlyMap<string, XmlElement>,
  refuse: Refuse,
): void {
  const at = (id: string): XmlElement =>
    elements.get(id) ?? refuse([...elements.values()][0] as XmlElement, 'dangling', { value: id });
  for (const node of nodes.values()) {
    checkEnds(node, at(node.id), refuse);
    for (const id of node.outgoing) checkCondition(node, flows.get(id), at(id), refuse);
    if (node.kind === 'boundaryTimer') {
      const task = nodes.get(node.attachedTo);
      if (task?.kind !== 'userTask') refuse(at(node.id), 'attached');
      else if (node.timer.by === 'clock' && task.limit === undefined) refuse(at(node.id), 'noLimit');
    }
    if (node.kind === 'userTask' && node.notBy !== undefined) {
      if (node.notBy === node.id || nodes.get(node.notBy)?.kind !== 'userTask') refuse(at(node.id), 'notBy');
    }
  }
  const circle = findIdleCircle(nodes, flows);
  if (circle !== undefined) refuse(at(circle), 'loop');
}

function checkEnds(node: FlowNode, element: XmlElement, refuse: Refuse): void {
  const free = node.kind === 'startEvent' || node.kind === 'boundaryTimer';
  if (free && node.incoming.length > 0) refuse(element, 'incoming');
  if (!free && node.incoming.length === 0) refuse(element, 'unreachable');
  const n = node.outgoing.length;
  if (node.kind === 'endEvent') {
    if (n !== 0) refuse(element, 'outgoing', { n, want: '0' });
  } else if (node.kind === 'exclusiveGateway' || node.kind === 'parallelGateway') {
    if (n === 0) refuse(element, 'outgoing', { n, want: '1+' });
  } else if (n !== 1) refuse(element, 'outgoing', { n, want: '1' });
}

function checkCondition(from: FlowNode, flow: SequenceFlow | undefined, element: XmlElement, refuse: Refuse): void {
  if (flow === undefined) return;
  const branching = from.kind === 'exclusiveGateway' && from.outgoing.length > 1;
  const isDefault = from.kind === 'exclusiveGateway' && from.defaultFlow === flow.id;
  if (flow.condition !== undefined && (from.kind !== 'exclusiveGateway' || isDefault)) refuse(element, 'condition');
  if (branching && !isDefault && flow.condition === undefined) refuse(element, 'noCondition');
}

/** A node on a circle of nodes that never wait, if there is one. */
function findIdleCircle(nodes: Nodes, flows: Flows): string | undefined {
  const waits = new Set(['userTask', 'timerCatch', 'messageCatch', 'endEvent']);
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
      if (node === undefined || waits.has(node.kind) || done.has(top.id)) continue;
      if (path.has(top.id)) return top.id;
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
