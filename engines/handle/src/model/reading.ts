import { childOf, type XmlElement } from '@yiwang/xml';
import { readExpression, type Expression } from './expression.ts';
import type { EventDefinition, SequenceFlow } from './processDefinition.ts';
import type { Refuse } from './refusal.ts';

export const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** What the readers of single elements share: the file's index, made once. */
export interface Reading {
  readonly refuse: Refuse;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  /** Flow ids by the node that they leave or enter. */
  readonly leaving: ReadonlyMap<string, readonly string[]>;
  readonly entering: ReadonlyMap<string, readonly string[]>;
  /** Elements beside the processes, by id: messages, signals, errors, escalations, event definitions, global tasks. */
  readonly roots: ReadonlyMap<string, XmlElement>;
  /** Ids of boundary events by the activity that they are attached to. */
  readonly boundary: ReadonlyMap<string, readonly string[]>;
  /** The activity that undoes an activity, by the id of that activity. */
  readonly compensators: ReadonlyMap<string, string>;
  readonly events: (element: XmlElement) => readonly EventDefinition[];
}

export function attribute(element: XmlElement, name: string, refuse: Refuse): string {
  const value = element.attributes[name];
  return value === undefined || value === '' ? refuse(element, 'missing', { value: name }) : value;
}

/** A reference without the prefix of its namespace. */
export function localName(reference: string): string {
  return reference.trim().split(':').at(-1) ?? reference;
}

/** An attribute of the engine that holds FEEL. */
export function ownExpression(element: XmlElement, name: string, refuse: Refuse): Expression | undefined {
  const text = element.attributes[`yiwang:${name}`];
  return text === undefined ? undefined : readExpression(text, element, refuse);
}

export function childExpression(element: XmlElement, name: string, refuse: Refuse): Expression | undefined {
  const child = childOf(element, name);
  return child === undefined || child.text.trim() === '' ? undefined : readExpression(child.text, element, refuse);
}

/** A whole number in an attribute, within bounds. */
export function wholeNumber(
  element: XmlElement,
  name: string,
  refuse: Refuse,
  { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number },
): number {
  const text = element.attributes[name];
  if (text === undefined) return otherwise;
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most
    ? value
    : refuse(element, 'number', { value: name, got: text.slice(0, 40), least, most });
}

const ownAttributes: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    process: ['grade', 'lead', 'team'],
    userTask: ['candidateRole', 'candidateOrganisation', 'assignee', 'skill', 'form', 'notBy'],
    businessRuleTask: ['decision', 'result'],
    scriptTask: ['result'],
    serviceTask: ['operation'],
    adHocSubProcess: ['byHand'],
    timerEventDefinition: ['minutes', 'clock'],
    multiInstanceLoopCharacteristics: ['collection', 'item', 'results'],
  }),
);
const clockAttributes = [
  'workingMinutes',
  'calendarMinutes',
  'workingDays',
  'calendarDays',
  'maxExtension',
  'extensionRole',
  'warnAt',
];
const timed = new Set(['process', 'userTask', 'subProcess', 'transaction', 'adHocSubProcess', 'callActivity']);

/** Refuses an attribute of the engine that it doesn't know there: a slip of the pen would else be no time limit at all. */
export function checkAttributes(element: XmlElement, refuse: Refuse): void {
  const known = [...(ownAttributes.get(element.name) ?? []), ...(timed.has(element.name) ? clockAttributes : [])];
  for (const name of Object.keys(element.attributes)) {
    const own = name.startsWith('yiwang:') ? name.slice('yiwang:'.length) : undefined;
    if (own !== undefined && !known.includes(own))
      refuse(element, 'attribute', { value: name, known: known.length === 0 ? '–' : known.join(', ') });
  }
}
