import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';
import { readExpression } from './expression.ts';
import type { Activity, ActivityNode, Mapping, Node } from './processDefinition.ts';
import { attribute, localName, ownExpression, wholeNumber, type Reading } from './reading.ts';
import { readClockRule } from './readClockRule.ts';
import { readFormFields } from './readFormFields.ts';
import { readLoop } from './readLoop.ts';

export const activityNames: ReadonlySet<string> = new Set([
  'task',
  'manualTask',
  'userTask',
  'businessRuleTask',
  'scriptTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'callActivity',
]);

/** Global tasks, which a call activity may call, by what they do. */
export const globalTasks: ReadonlyMap<string, string> = new Map([
  ['globalTask', 'task'],
  ['globalManualTask', 'manualTask'],
  ['globalUserTask', 'userTask'],
  ['globalScriptTask', 'scriptTask'],
  ['globalBusinessRuleTask', 'businessRuleTask'],
]);

export function readActivity(element: XmlElement, node: Node, reading: Reading): ActivityNode {
  const { refuse } = reading;
  const activity = readCommon(element, node, reading);
  switch (globalTasks.get(element.name) ?? element.name) {
    case 'task':
    case 'manualTask':
      return { ...activity, kind: element.name.endsWith('anualTask') ? 'manualTask' : 'task' };
    case 'userTask':
      return {
        ...activity,
        kind: 'userTask',
        candidateRole: element.attributes['yiwang:candidateRole'],
        candidateOrganisation: ownExpression(element, 'candidateOrganisation', refuse),
        assignee: ownExpression(element, 'assignee', refuse),
        skill: element.attributes['yiwang:skill'],
        form: element.attributes['yiwang:form'],
        fields: readFormFields(element, refuse),
        notBy: element.attributes['yiwang:notBy'],
      };
    case 'businessRuleTask':
      return {
        ...activity,
        kind: 'businessRuleTask',
        decision: attribute(element, 'yiwang:decision', refuse),
        result: element.attributes['yiwang:result'],
      };
    case 'scriptTask': {
      const format = element.attributes['scriptFormat'] ?? 'feel';
      if (!/^(feel|application\/feel|text\/feel)$/i.test(format))
        refuse(element, 'script', { value: format.slice(0, 40) });
      const script = childOf(element, 'script')?.text ?? '';
      if (script.trim() === '') refuse(element, 'missing', { value: 'script' });
      return {
        ...activity,
        kind: 'scriptTask',
        script: readExpression(script, element, refuse),
        result: element.attributes['yiwang:result'],
      };
    }
    case 'serviceTask':
      return { ...activity, kind: 'serviceTask', operation: attribute(element, 'yiwang:operation', refuse) };
    case 'sendTask':
      return { ...activity, kind: 'sendTask', message: messageOf(element, reading) };
    case 'receiveTask':
      return { ...activity, kind: 'receiveTask', message: messageOf(element, reading) };
    case 'callActivity':
      return { ...activity, kind: 'callActivity', calls: localName(attribute(element, 'calledElement', refuse)) };
    case 'subProcess':
    case 'transaction':
    case 'adHocSubProcess': {
      const completion = childOf(element, 'completionCondition');
      const variant =
        element.name === 'transaction'
          ? 'transaction'
          : element.name === 'adHocSubProcess'
            ? 'adHoc'
            : element.attributes['triggeredByEvent'] === 'true'
              ? 'event'
              : 'embedded';
      return {
        ...activity,
        kind: 'subProcess',
        variant,
        completion: completion === undefined ? undefined : readExpression(completion.text, element, refuse),
        cancelRemaining: element.attributes['cancelRemainingInstances'] !== 'false',
        ordering: element.attributes['ordering'] === 'Sequential' ? 'sequential' : 'parallel',
        byHand: element.attributes['yiwang:byHand'] === 'true',
      };
    }
    default:
      return refuse(element, 'unknown', { value: element.name });
  }
}

function readCommon(element: XmlElement, node: Node, reading: Reading): Activity {
  const { refuse } = reading;
  const quantity = (name: string) => wholeNumber(element, name, refuse, { least: 1, most: 1000, otherwise: 1 });
  const defaultFlow = element.attributes['default'];
  if (defaultFlow !== undefined && !node.outgoing.includes(defaultFlow))
    refuse(element, 'dangling', { value: defaultFlow });
  const extension = childOf(element, 'extensionElements');
  return {
    ...node,
    loop: readLoop(element, reading),
    boundary: reading.boundary.get(node.id) ?? [],
    clock: readClockRule(element, refuse),
    inputs: readMappings(element, extension, 'input', reading),
    outputs: readMappings(element, extension, 'output', reading),
    defaultFlow,
    isForCompensation: element.attributes['isForCompensation'] === 'true',
    compensatedBy: reading.compensators.get(node.id),
    startQuantity: quantity('startQuantity'),
    completionQuantity: quantity('completionQuantity'),
  };
}

function readMappings(
  element: XmlElement,
  extension: XmlElement | undefined,
  name: 'input' | 'output',
  { refuse }: Reading,
): Mapping[] {
  return (extension === undefined ? [] : childrenOf(extension, name)).map(({ attributes }) => {
    const { source = '', target = '' } = attributes;
    if (!/^[\p{L}_][\p{L}\p{N}_]{0,79}$/u.test(target)) refuse(element, 'mapping', { value: target.slice(0, 80) });
    return { source: readExpression(source, element, refuse), target };
  });
}

function messageOf(element: XmlElement, { roots, refuse }: Reading): string {
  const message = roots.get(localName(attribute(element, 'messageRef', refuse)));
  if (message?.name !== 'message')
    return refuse(element, 'dangling', { value: element.attributes['messageRef'] ?? '' });
  return message.attributes['name'] ?? message.attributes['id'] ?? '';
}
