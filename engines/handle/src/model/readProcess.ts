import { createHash } from 'node:crypto';
import { childOf, childrenOf, parseXml, type XmlElement } from '@yiwang/xml';
import { readExpression } from './expression.ts';
import { checkFlows } from './checkFlows.ts';
import { readFormFields } from './readFormFields.ts';
import { readTimer } from './readTimer.ts';
import { refusalsIn, type Refuse } from './refusal.ts';
import type { FlowNode, ProcessDefinition, SequenceFlow, UserTask } from './processDefinition.ts';

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

const flowElements = new Set([
  'startEvent',
  'endEvent',
  'userTask',
  'businessRuleTask',
  'exclusiveGateway',
  'parallelGateway',
  'intermediateCatchEvent',
  'boundaryEvent',
  'sequenceFlow',
]);

/** What carries no meaning for the run: text for readers, and lanes. */
const ignored = new Set(['documentation', 'extensionElements', 'textAnnotation', 'association', 'laneSet', 'group']);

const ownAttributes: Readonly<Record<string, readonly string[]>> = {
  process: ['grade', 'lead', 'team'],
  userTask: ['candidateRole', 'candidateOrganisation', 'form', 'workingMinutes', 'calendarMinutes', 'notBy'],
  businessRuleTask: ['decision', 'result'],
  timerEventDefinition: ['minutes', 'clock'],
};

interface Reading {
  readonly refuse: Refuse;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  readonly messages: ReadonlyMap<string, string>;
  readonly boundary: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads a BPMN 2.0 file that this engine can run to the end, or says which element it can't and what to do.
 * Attributes of the engine are in `https://yiwang.org/bpmn/1.0`, prefix `yiwang`; expressions are FEEL.
 * @throws handle.modelRefused with file, line and element id; xml.malformed, xml.tooLarge.
 */
export function readProcess(xml: string, file: string): ProcessDefinition {
  const refuse = refusalsIn(file);
  const root = parseXml(xml, file);
  if (root.name !== 'definitions' || root.namespace !== bpmn) refuse(root, 'notBpmn');
  const processes = childrenOf(root, 'process');
  const [process] = processes;
  if (process === undefined || processes.length > 1) return refuse(root, 'processes', { n: processes.length });
  if (process.attributes['isExecutable'] !== 'true') refuse(process, 'notExecutable');
  for (const element of root.children) {
    if (element.namespace === bpmn && !['process', 'message', 'itemDefinition'].includes(element.name))
      refuse(element, 'unknown', { value: element.name });
  }
  checkAttributes(process, refuse);
  const elements = process.children.filter((element) => element.namespace === bpmn && !ignored.has(element.name));
  const ids = new Map<string, XmlElement>();
  for (const element of elements) {
    if (!flowElements.has(element.name)) refuse(element, 'unknown', { value: element.name });
    checkAttributes(element, refuse);
    const id = attribute(element, 'id', refuse);
    if (ids.has(id)) refuse(element, 'duplicate');
    ids.set(id, element);
  }
  const flows = new Map(
    elements
      .filter((element) => element.name === 'sequenceFlow')
      .map((element) => readFlow(element, ids, refuse))
      .map((flow) => [flow.id, flow]),
  );
  const nodeElements = elements.filter((element) => element.name !== 'sequenceFlow');
  const reading: Reading = {
    refuse,
    flows,
    messages: new Map(
      childrenOf(root, 'message').map((m) => [attribute(m, 'id', refuse), attribute(m, 'name', refuse)]),
    ),
    boundary: Map.groupBy(
      nodeElements
        .filter((element) => element.name === 'boundaryEvent')
        .map((element) => attribute(element, 'id', refuse)),
      (id) => ids.get(id)?.attributes['attachedToRef'] ?? '',
    ),
  };
  const nodes = new Map<string, FlowNode>(
    nodeElements.map((element) => readNode(element, reading)).map((node) => [node.id, node]),
  );
  const starts = [...nodes.values()].filter((node) => node.kind === 'startEvent');
  const [start] = starts;
  if (start === undefined || starts.length > 1) return refuse(process, 'start', { n: starts.length });
  checkFlows(nodes, flows, ids, refuse);
  const column = (name: string) => optional(process, name, (text) => readExpression(text, process, refuse));
  return {
    id: attribute(process, 'id', refuse),
    name: process.attributes['name'] ?? attribute(process, 'id', refuse),
    file,
    checksum: createHash('sha256').update(xml).digest('hex'),
    xml,
    start: start.id,
    nodes,
    flows,
    columns: { grade: column('grade'), lead: column('lead'), team: column('team') },
  };
}

function attribute(element: XmlElement, name: string, refuse: Refuse): string {
  const value = element.attributes[name];
  return value === undefined || value === '' ? refuse(element, 'missing', { value: name }) : value;
}

function optional<T>(element: XmlElement, name: string, read: (text: string) => T): T | undefined {
  const text = element.attributes[`yiwang:${name}`];
  return text === undefined ? undefined : read(text);
}

function checkAttributes(element: XmlElement, refuse: Refuse): void {
  const known = ownAttributes[element.name] ?? [];
  for (const name of Object.keys(element.attributes)) {
    const own = name.startsWith('yiwang:') ? name.slice('yiwang:'.length) : undefined;
    if (own !== undefined && !known.includes(own))
      refuse(element, 'attribute', { value: name, known: known.length === 0 ? '–' : known.join(', ') });
  }
}

function readFlow(element: XmlElement, ids: ReadonlyMap<string, XmlElement>, refuse: Refuse): SequenceFlow {
  const end = (name: string) => {
    const id = attribute(element, name, refuse);
    const found = ids.get(id);
    return found === undefined || found.name === 'sequenceFlow' ? refuse(element, 'dangling', { value: id }) : id;
  };
  const condition = childOf(element, 'conditionExpression');
  return {
    id: attribute(element, 'id', refuse),
    from: end('sourceRef'),
    to: end('targetRef'),
    condition: condition === undefined ? undefined : readExpression(condition.text, element, refuse),
  };
}

/** The one event definition of an event that has to have it, of the kinds given. */
function eventDefinition(event: XmlElement, kinds: readonly string[], refuse: Refuse): XmlElement | undefined {
  const definitions = event.children.filter((child) => child.name.endsWith('EventDefinition'));
  const [definition] = definitions;
  if (definition === undefined) return undefined;
  if (definitions.length > 1 || !kinds.includes(definition.name))
    return refuse(event, 'unknown', { value: definitions.map((one) => one.name).join(' + ') });
  checkAttributes(definition, refuse);
  return definition;
}

function readNode(element: XmlElement, reading: Reading): FlowNode {
  const { refuse } = reading;
  const id = attribute(element, 'id', refuse);
  const flows = [...reading.flows.values()];
  const node = {
    id,
    name: element.attributes['name'] ?? id,
    line: element.line,
    incoming: flows.filter((flow) => flow.to === id).map((flow) => flow.id),
    outgoing: flows.filter((flow) => flow.from === id).map((flow) => flow.id),
  };
  const loop = element.children.find((child) => child.name.endsWith('LoopCharacteristics'));
  if (loop !== undefined) refuse(element, 'unknown', { value: loop.name });
  switch (element.name) {
    case 'startEvent':
      eventDefinition(element, [], refuse);
      return { ...node, kind: 'startEvent' };
    case 'endEvent': {
      const terminate = eventDefinition(element, ['terminateEventDefinition'], refuse);
      return { ...node, kind: 'endEvent', terminates: terminate !== undefined };
    }
    case 'parallelGateway':
      return { ...node, kind: 'parallelGateway' };
    case 'exclusiveGateway': {
      const defaultFlow = element.attributes['default'];
      if (defaultFlow !== undefined && !node.outgoing.includes(defaultFlow))
        refuse(element, 'dangling', { value: defaultFlow });
      return { ...node, kind: 'exclusiveGateway', defaultFlow };
    }
    case 'businessRuleTask':
      return {
        ...node,
        kind: 'businessRuleTask',
        decision: attribute(element, 'yiwang:decision', refuse),
        result: element.attributes['yiwang:result'],
      };
    case 'userTask':
      return { ...node, ...readUserTask(element, id, reading) };
    case 'intermediateCatchEvent':
      return { ...node, ...readCatch(element, reading) };
    case 'boundaryEvent': {
      const timer = eventDefinition(element, ['timerEventDefinition'], refuse);
      if (timer === undefined) return refuse(element, 'timer');
      return {
        ...node,
        kind: 'boundaryTimer',
        attachedTo: attribute(element, 'attachedToRef', refuse),
        interrupting: element.attributes['cancelActivity'] !== 'false',
        timer: readTimer(timer, true, refuse),
      };
    }
    default:
      return refuse(element, 'unknown', { value: element.name });
  }
}

function readCatch(element: XmlElement, { refuse, messages }: Reading) {
  const definition = eventDefinition(element, ['timerEventDefinition', 'messageEventDefinition'], refuse);
  if (definition === undefined) return refuse(element, 'timer');
  if (definition.name === 'timerEventDefinition')
    return { kind: 'timerCatch', timer: readTimer(definition, false, refuse) } as const;
  const reference = definition.attributes['messageRef'] ?? refuse(element, 'missing', { value: 'messageRef' });
  const message = messages.get(reference) ?? refuse(element, 'dangling', { value: reference });
  return { kind: 'messageCatch', message } as const;
}

function readUserTask(element: XmlElement, id: string, { refuse, boundary }: Reading): Omit<UserTask, keyof NodeOf> {
  const expression = (text: string) => readExpression(text, element, refuse);
  const working = optional(element, 'workingMinutes', expression);
  const calendar = optional(element, 'calendarMinutes', expression);
  if (working !== undefined && calendar !== undefined) refuse(element, 'bothLimits');
  return {
    kind: 'userTask',
    candidateRole: element.attributes['yiwang:candidateRole'],
    candidateOrganisation: optional(element, 'candidateOrganisation', expression),
    form: element.attributes['yiwang:form'],
    fields: readFormFields(element, refuse),
    limit:
      working !== undefined
        ? { unit: 'working', minutes: working }
        : calendar !== undefined
          ? { unit: 'calendar', minutes: calendar }
          : undefined,
    notBy: element.attributes['yiwang:notBy'],
    boundary: boundary.get(id) ?? [],
  };
}

type NodeOf = Pick<UserTask, 'id' | 'name' | 'line' | 'incoming' | 'outgoing'>;
