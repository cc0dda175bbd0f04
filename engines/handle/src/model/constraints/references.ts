import type { XmlElement } from '@yiwang/xml';
import type { Rule } from './reasons.ts';
import { activities, eventDefinitions, events, flowNodes, globalTasks, itemAware } from './kinds.ts';

/** What a reference may name, and how that is called in a message. */
interface Target {
  readonly names: ReadonlySet<string>;
  readonly want: string;
  /** It may be a type that is declared elsewhere. */
  readonly outside?: boolean;
}

const only = (...names: string[]): Target => ({ names: new Set(names), want: names.join(' | ') });
const structure: Target = { ...only('itemDefinition'), outside: true };
const flowNode: Target = { names: flowNodes, want: 'activity | event | gateway' };
const activity: Target = { names: activities, want: 'activity' };
const data: Target = { names: itemAware, want: 'dataObjectReference | dataInput | dataOutput | property' };
const definition: Target = { names: eventDefinitions, want: 'eventDefinition' };
const callable: Target = { names: new Set(['process', ...globalTasks]), want: 'process | globalTask' };
const talker: Target = {
  names: new Set([
    'participant',
    'conversation',
    'subConversation',
    'callConversation',
    'implicitThrowEvent',
    ...activities,
    ...events,
  ]),
  want: 'participant | activity | event',
};
const collaboration = only('collaboration', 'globalConversation', 'choreography');

/** Attributes by `element.attribute`, or by attribute alone where it means the same everywhere. */
const attributes: ReadonlyMap<string, Target> = new Map(
  Object.entries({
    'sequenceFlow.sourceRef': flowNode,
    'sequenceFlow.targetRef': flowNode,
    'messageFlow.sourceRef': talker,
    'messageFlow.targetRef': talker,
    'conversationLink.sourceRef': talker,
    'conversationLink.targetRef': talker,
    'signal.structureRef': structure,
    'error.structureRef': structure,
    'escalation.structureRef': structure,
    attachedToRef: activity,
    activityRef: activity,
    default: only('sequenceFlow'),
    calledElement: callable,
    messageRef: only('message'),
    signalRef: only('signal'),
    errorRef: only('error'),
    escalationRef: only('escalation'),
    operationRef: only('operation'),
    itemRef: only('itemDefinition'),
    itemSubjectRef: only('itemDefinition'),
    dataObjectRef: only('dataObject'),
    dataStoreRef: only('dataStore'),
    processRef: only('process'),
    categoryValueRef: only('categoryValue'),
    definitionalCollaborationRef: collaboration,
    calledCollaborationRef: collaboration,
    calledChoreographyRef: only('choreography', 'globalChoreographyTask'),
    initiatingParticipantRef: only('participant'),
    inputDataRef: only('dataInput', 'inputSet'),
    outputDataRef: only('dataOutput', 'outputSet'),
    parameterRef: only('resourceParameter'),
    correlationKeyRef: only('correlationKey'),
    correlationPropertyRef: only('correlationProperty'),
    oneBehaviorEventRef: definition,
    noneBehaviorEventRef: definition,
  }),
);

/** Elements whose text is a reference. */
const texts: ReadonlyMap<string, Target> = new Map(
  Object.entries({
    incoming: only('sequenceFlow'),
    outgoing: only('sequenceFlow'),
    flowNodeRef: flowNode,
    sourceRef: data,
    targetRef: data,
    source: only('linkEventDefinition'),
    target: only('linkEventDefinition'),
    dataInputRefs: only('dataInput'),
    optionalInputRefs: only('dataInput'),
    whileExecutingInputRefs: only('dataInput'),
    dataOutputRefs: only('dataOutput'),
    optionalOutputRefs: only('dataOutput'),
    whileExecutingOutputRefs: only('dataOutput'),
    inputSetRefs: only('inputSet'),
    outputSetRefs: only('outputSet'),
    loopDataInputRef: data,
    loopDataOutputRef: data,
    inMessageRef: only('message'),
    outMessageRef: only('message'),
    errorRef: only('error'),
    operationRef: only('operation'),
    interfaceRef: only('interface'),
    supportedInterfaceRef: only('interface'),
    eventDefinitionRef: definition,
    participantRef: only('participant'),
    messageFlowRef: only('messageFlow'),
    choreographyRef: only('choreography'),
    resourceRef: only('resource'),
    correlationPropertyRef: only('correlationProperty'),
  }),
);

const ends: readonly (readonly [element: string, attribute: string])[] = [
  ['sequenceFlow', 'sourceRef'],
  ['sequenceFlow', 'targetRef'],
  ['messageFlow', 'sourceRef'],
  ['messageFlow', 'targetRef'],
  ['association', 'sourceRef'],
  ['association', 'targetRef'],
  ['boundaryEvent', 'attachedToRef'],
];

/** Every reference names an element of the file that is of the kind wanted there. */
export const references: Rule = (model, refuse) => {
  const check = (element: XmlElement, name: string, reference: string, { names, want, outside }: Target): void => {
    const value = reference.trim();
    const found = model.find(value);
    if (found === undefined && outside === true) return;
    if (found === undefined) refuse(element, 'danglingReference', { name, value: value.slice(0, 80), want });
    else if (!names.has(found.name)) refuse(element, 'wrongTarget', { name, value, is: found.name, want });
  };
  for (const [element, name] of ends)
    for (const one of model.named(element)) {
      const value = one.attributes[name];
      if (value === undefined) refuse(one, 'noReference', { name });
      else if (element === 'association' && model.find(value) === undefined)
        refuse(one, 'danglingReference', { name, value: value.slice(0, 80), want: 'id' });
    }
  for (const element of model.elements) {
    for (const [name, value] of Object.entries(element.attributes)) {
      const target = attributes.get(`${element.name}.${name}`) ?? attributes.get(name);
      if (target !== undefined) check(element, name, value, target);
    }
    const target = texts.get(element.name);
    const holder = model.parentOf(element);
    if (target !== undefined && holder !== undefined) check(holder, element.name, element.text, target);
  }
};
