import { createHash } from 'node:crypto';
import { childOf, parseXml, type XmlElement } from '@yiwang/xml';
import { checkConstraints } from './constraints/checkConstraints.ts';
import { eventDefinitions } from './constraints/kinds.ts';
import { checkFlows } from './checkFlows.ts';
import { readExpression } from './expression.ts';
import {
  isActivity,
  type FlowNode,
  type Node,
  type Opening,
  type ProcessDefinition,
  type ScopeDefinition,
  type SequenceFlow,
} from './processDefinition.ts';
import { activityNames, globalTasks, readActivity } from './readActivity.ts';
import { readClockRule } from './readClockRule.ts';
import { readEvents } from './readEvents.ts';
import {
  attribute,
  bpmn,
  checkAttributes,
  childExpression,
  localName,
  ownExpression,
  type Reading,
} from './reading.ts';
import { refusalsIn, type Refuse } from './refusal.ts';

const nodeNames = new Set([
  ...activityNames,
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'complexGateway',
  'eventBasedGateway',
]);
const scopeNames = new Set(['process', 'subProcess', 'transaction', 'adHocSubProcess']);

/** Far past what people can oversee in a diagram; it bounds the time that reading takes. */
const mostNodes = 5000;

/** A node's element with the scope that it stands in. */
interface Placed {
  readonly element: XmlElement;
  readonly scope: string;
}

/**
 * Reads a BPMN 2.0 file that this engine can run to the end, or says which element it can't and what to do.
 * Attributes of the engine are in `https://yiwang.org/bpmn/1.0`, prefix `yiwang`; expressions are FEEL.
 * @returns the first executable process; others of the file can be called from it.
 * @throws handle.modelRefused with file, line and element id; xml.malformed, xml.tooLarge.
 */
export function readProcess(xml: string, file: string): ProcessDefinition {
  const [first] = readProcesses(xml, file);
  return first;
}

/** Every executable process of a file. */
export function readProcesses(xml: string, file: string): readonly [ProcessDefinition, ...ProcessDefinition[]] {
  const refuse = refusalsIn(file);
  const root = parseXml(xml, file);
  if (root.name !== 'definitions' || root.namespace !== bpmn) refuse(root, 'notBpmn');
  const processes = root.children.filter((child) => child.namespace === bpmn && child.name === 'process');
  const global = root.children.filter((child) => globalTasks.has(child.name));
  const placed = [...processes, ...global].flatMap((element) =>
    element.name === 'process' ? placeNodes(element) : [{ element, scope: attribute(element, 'id', refuse) }],
  );
  const most = placed[mostNodes];
  if (most !== undefined) refuse(most.element, 'nodes', { most: mostNodes });
  const elements = indexById(root, refuse);
  checkConstraints(root, file); // what BPMN says of a model is said before what this engine wants of it
  const reading = readIndex(root, placed, elements, refuse);
  const nodes = new Map<string, FlowNode>(
    placed.map(({ element, scope }) => {
      const node = readNode(element, scope, reading);
      return [node.id, node];
    }),
  );
  const scopes = new Map<string, ScopeDefinition>();
  const inScope = Map.groupBy(nodes.values(), (node) => node.scope);
  for (const process of processes) readScopes(process, inScope, scopes, refuse);
  for (const task of global) {
    const id = attribute(task, 'id', refuse);
    scopes.set(id, { id, starts: [id], listeners: [], clock: undefined, variables: [] });
  }
  checkFlows({ nodes, flows: reading.flows, scopes }, elements, refuse);
  const checksum = createHash('sha256').update(xml).digest('hex');
  const definitions = processes
    .filter((process) => process.attributes['isExecutable'] === 'true')
    .map((process): ProcessDefinition => {
      const id = attribute(process, 'id', refuse);
      const column = (name: string) => ownExpression(process, name, refuse);
      return {
        id,
        name: process.attributes['name'] ?? id,
        file,
        checksum,
        xml,
        nodes,
        flows: reading.flows,
        scopes,
        openings: openingsOf(id, nodes),
        columns: { grade: column('grade'), lead: column('lead'), team: column('team') },
      };
    });
  const [first, ...rest] = definitions;
  if (first === undefined) return refuse(processes[0] ?? root, processes.length === 0 ? 'processes' : 'notExecutable');
  return [first, ...rest];
}

/** The nodes of a process, those of its subprocesses included, outer ones first. */
function placeNodes(scope: XmlElement): Placed[] {
  const id = scope.attributes['id'] ?? '';
  return scope.children.flatMap((element) => {
    if (element.namespace !== bpmn || !nodeNames.has(element.name)) return [];
    return [{ element, scope: id }, ...(scopeNames.has(element.name) ? placeNodes(element) : [])];
  });
}

function indexById(root: XmlElement, refuse: Refuse): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const visit = (element: XmlElement): void => {
    if (element.namespace === bpmn) {
      const id = element.attributes['id'];
      if (id !== undefined && found.has(id)) refuse(element, 'duplicate');
      if (id !== undefined) found.set(id, element);
      checkAttributes(element, refuse);
      const odd = element.children.find(
        (child) =>
          child.namespace === bpmn && child.name.endsWith('EventDefinition') && !eventDefinitions.has(child.name),
      );
      if (odd !== undefined) refuse(element, 'unknown', { value: odd.name });
    }
    for (const child of element.children) visit(child);
  };
  visit(root);
  return found;
}

function allNamed(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allNamed(child, name)]);
}

function readIndex(
  root: XmlElement,
  placed: readonly Placed[],
  elements: ReadonlyMap<string, XmlElement>,
  refuse: Refuse,
): Reading {
  const flows = new Map<string, SequenceFlow>();
  for (const element of allNamed(root, 'sequenceFlow')) {
    const flow = readFlow(element, elements, refuse);
    flows.set(flow.id, flow);
  }
  const all = [...flows.values()];
  const idsBy = (end: 'from' | 'to') => {
    const groups = Map.groupBy(all, (flow) => flow[end]);
    return new Map([...groups].map(([node, leaving]) => [node, leaving.map((flow) => flow.id)]));
  };
  const boundaryEvents = placed.map(({ element }) => element).filter((element) => element.name === 'boundaryEvent');
  const hostOf = new Map(
    boundaryEvents.map((event) => [
      attribute(event, 'id', refuse),
      localName(attribute(event, 'attachedToRef', refuse)),
    ]),
  );
  const boundary = new Map<string, string[]>();
  for (const [event, host] of hostOf) boundary.set(host, [...(boundary.get(host) ?? []), event]);
  const compensators = new Map<string, string>();
  for (const association of allNamed(root, 'association')) {
    const host = hostOf.get(localName(association.attributes['sourceRef'] ?? ''));
    const target = localName(association.attributes['targetRef'] ?? '');
    if (host !== undefined && elements.get(target)?.attributes['isForCompensation'] === 'true')
      compensators.set(host, target);
  }
  const roots = new Map(
    root.children.flatMap((child) => (child.attributes['id'] === undefined ? [] : [[child.attributes['id'], child]])),
  );
  return {
    refuse,
    flows,
    leaving: idsBy('from'),
    entering: idsBy('to'),
    roots,
    boundary,
    compensators,
    events: (element) => readEvents(element, roots, refuse),
  };
}

function readFlow(element: XmlElement, elements: ReadonlyMap<string, XmlElement>, refuse: Refuse): SequenceFlow {
  const end = (name: string) => {
    const id = localName(attribute(element, name, refuse));
    return nodeNames.has(elements.get(id)?.name ?? '') ? id : refuse(element, 'dangling', { value: id });
  };
  const condition = childOf(element, 'conditionExpression');
  return {
    id: attribute(element, 'id', refuse),
    from: end('sourceRef'),
    to: end('targetRef'),
    condition: condition === undefined ? undefined : readExpression(condition.text, element, refuse),
  };
}

function readNode(element: XmlElement, scope: string, reading: Reading): FlowNode {
  const { refuse } = reading;
  const id = attribute(element, 'id', refuse);
  const node: Node = {
    id,
    name: element.attributes['name'] ?? id,
    line: element.line,
    scope,
    incoming: reading.entering.get(id) ?? [],
    outgoing: reading.leaving.get(id) ?? [],
  };
  const parallelMultiple = element.attributes['parallelMultiple'] === 'true';
  const defaultFlow = element.attributes['default'];
  if (defaultFlow !== undefined && !node.outgoing.includes(defaultFlow))
    refuse(element, 'dangling', { value: defaultFlow });
  switch (element.name) {
    case 'startEvent': {
      const interrupting = element.attributes['isInterrupting'] !== 'false';
      return { ...node, kind: 'startEvent', events: reading.events(element), parallelMultiple, interrupting };
    }
    case 'endEvent':
      return { ...node, kind: 'endEvent', events: reading.events(element) };
    case 'intermediateCatchEvent':
      return { ...node, kind: 'catchEvent', events: someEvents(element, reading), parallelMultiple };
    case 'intermediateThrowEvent':
      return { ...node, kind: 'throwEvent', events: reading.events(element) };
    case 'boundaryEvent':
      return {
        ...node,
        kind: 'boundaryEvent',
        attachedTo: localName(attribute(element, 'attachedToRef', refuse)),
        interrupting: element.attributes['cancelActivity'] !== 'false',
        events: someEvents(element, reading),
        parallelMultiple,
      };
    case 'exclusiveGateway':
    case 'inclusiveGateway':
      return { ...node, kind: element.name, defaultFlow };
    case 'parallelGateway':
    case 'eventBasedGateway':
      return { ...node, kind: element.name };
    case 'complexGateway': {
      const activation = childExpression(element, 'activationCondition', refuse);
      return { ...node, kind: 'complexGateway', defaultFlow, activation };
    }
    default:
      return readActivity(element, node, reading);
  }
}

function someEvents(element: XmlElement, reading: Reading): ReturnType<Reading['events']> {
  const events = reading.events(element);
  return events.length === 0 ? reading.refuse(element, 'timer') : events;
}

/** What begins in a scope, and what listens in it; then the same of the scopes inside. */
function readScopes(
  element: XmlElement,
  inScope: ReadonlyMap<string, readonly FlowNode[]>,
  scopes: Map<string, ScopeDefinition>,
  refuse: Refuse,
): void {
  const id = attribute(element, 'id', refuse);
  const inside = inScope.get(id) ?? [];
  const listeners = inside
    .filter((node) => node.kind === 'subProcess' && node.variant === 'event')
    .map((node) => node.id);
  const plain = inside.filter((node) => node.kind === 'startEvent' && node.events.length === 0);
  const isEventSubprocess = element.attributes['triggeredByEvent'] === 'true';
  const wayless = inside.filter(
    (node) =>
      node.incoming.length === 0 &&
      node.kind !== 'boundaryEvent' &&
      node.kind !== 'startEvent' &&
      !listeners.includes(node.id) &&
      !(node.kind === 'catchEvent' && node.events.some((event) => event.is === 'link')) &&
      !(isActivity(node) && node.isForCompensation),
  );
  const variables = element.children
    .filter((child) => child.name === 'dataObject' || child.name === 'property')
    .flatMap(({ attributes }) => attributes['name'] ?? attributes['id'] ?? []);
  const clock = element.name === 'process' ? readClockRule(element, refuse) : undefined;
  const starts = isEventSubprocess ? [] : (plain.length > 0 ? plain : wayless).map((node) => node.id);
  scopes.set(id, { id, starts, listeners, clock, variables });
  for (const child of element.children)
    if (child.namespace === bpmn && scopeNames.has(child.name)) readScopes(child, inScope, scopes, refuse);
}

/** Start events of a process that wait for something, and receive tasks that open a case. */
function openingsOf(process: string, nodes: ReadonlyMap<string, FlowNode>): readonly Opening[] {
  return [...nodes.values()].flatMap((node): Opening[] => {
    if (node.scope !== process) return [];
    if (node.kind === 'startEvent' && node.events.length > 0) return [{ node: node.id, events: node.events }];
    if (node.kind === 'receiveTask' && node.incoming.length === 0)
      return [{ node: node.id, events: [{ is: 'message', name: node.message }] }];
    return [];
  });
}
