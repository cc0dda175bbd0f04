import type { XmlElement } from '@yiwang/xml';
import { constant, readExpression } from './expression.ts';
import type { EventDefinition } from './processDefinition.ts';
import { bpmn, checkAttributes, localName } from './reading.ts';
import { readTimer } from './readTimer.ts';
import type { Refuse } from './refusal.ts';

type Roots = ReadonlyMap<string, XmlElement>;

/** The event definitions of an event: inside it, or in the file and referred to. */
export function readEvents(event: XmlElement, roots: Roots, refuse: Refuse): readonly EventDefinition[] {
  return event.children
    .filter((child) => child.namespace === bpmn)
    .flatMap((child) => {
      if (child.name === 'eventDefinitionRef') {
        const definition = roots.get(localName(child.text));
        return definition?.name.endsWith('EventDefinition')
          ? [readDefinition(definition, event, roots, refuse)]
          : refuse(event, 'dangling', { value: child.text.trim() });
      }
      return child.name.endsWith('EventDefinition') ? [readDefinition(child, event, roots, refuse)] : [];
    });
}

function readDefinition(definition: XmlElement, event: XmlElement, roots: Roots, refuse: Refuse): EventDefinition {
  checkAttributes(definition, refuse);
  /** The element that is referred to, and must be of that name. */
  const referred = (name: string): XmlElement | undefined => {
    const reference = definition.attributes[`${name}Ref`];
    if (reference === undefined || reference === '') return undefined;
    const found = roots.get(localName(reference));
    return found?.name === name ? found : refuse(event, 'dangling', { value: reference });
  };
  const nameOf = (name: string): string => {
    const found = referred(name) ?? refuse(event, 'missing', { value: `${name}Ref` });
    return found.attributes['name'] ?? found.attributes['id'] ?? '';
  };
  switch (definition.name) {
    case 'timerEventDefinition':
      return { is: 'timer', timer: readTimer(definition, refuse) };
    case 'messageEventDefinition':
      return { is: 'message', name: nameOf('message') };
    case 'signalEventDefinition':
      return { is: 'signal', name: nameOf('signal') };
    case 'errorEventDefinition': {
      const error = referred('error');
      return { is: 'error', code: error?.attributes['errorCode'] ?? error?.attributes['id'] };
    }
    case 'escalationEventDefinition': {
      const escalation = referred('escalation');
      return { is: 'escalation', code: escalation?.attributes['escalationCode'] ?? escalation?.attributes['id'] };
    }
    case 'conditionalEventDefinition': {
      const condition = definition.children.find((child) => child.name === 'condition');
      if (condition === undefined) return refuse(event, 'missing', { value: 'condition' });
      const text = condition.text.trim();
      return { is: 'conditional', condition: text === '' ? constant(true) : readExpression(text, event, refuse) };
    }
    case 'linkEventDefinition':
      return { is: 'link', name: definition.attributes['name'] ?? refuse(event, 'missing', { value: 'name' }) };
    case 'compensateEventDefinition': {
      const activity = definition.attributes['activityRef'];
      return { is: 'compensation', activity: activity === undefined ? undefined : localName(activity) };
    }
    case 'terminateEventDefinition':
      return { is: 'terminate' };
    case 'cancelEventDefinition':
      return { is: 'cancel' };
    default:
      return refuse(event, 'unknown', { value: definition.name });
  }
}
