import type { BpmnElement, BusinessObject } from './bpmnParts.ts';
import type { ProcessWord } from './processWords.ts';

/** Something that can be set of an element: an attribute or an expression, of itself, its event or its loop. */
export interface FieldPlace {
  readonly word: ProcessWord;
  readonly on: 'self' | 'event' | 'loop';
  readonly name: string;
  readonly as: 'text' | 'expression';
}

/** With what it is now. */
export interface ElementField extends FieldPlace {
  readonly value: string;
}

const own = (word: ProcessWord): FieldPlace => ({ word, on: 'self', name: `yiwang:${word}`, as: 'text' });
const limits = (
  [
    'workingMinutes',
    'calendarMinutes',
    'workingDays',
    'calendarDays',
    'maxExtension',
    'extensionRole',
    'warnAt',
  ] as const
).map(own);
const condition: FieldPlace = { word: 'condition', on: 'self', name: 'conditionExpression', as: 'expression' };

const byType: Readonly<Record<string, readonly FieldPlace[]>> = {
  'bpmn:Process': [own('grade'), own('lead'), own('team'), ...limits],
  'bpmn:UserTask': [
    ...(['candidateRole', 'candidateOrganisation', 'assignee', 'skill', 'form', 'notBy'] as const).map(own),
    ...limits,
  ],
  'bpmn:BusinessRuleTask': [own('decision'), own('result')],
  'bpmn:ServiceTask': [own('operation')],
  'bpmn:ScriptTask': [{ word: 'script', on: 'self', name: 'script', as: 'text' }, own('result')],
  'bpmn:SubProcess': limits,
  'bpmn:CallActivity': limits,
  'bpmn:SequenceFlow': [condition],
};
const ofTimer: readonly FieldPlace[] = [
  { word: 'timeDuration', on: 'event', name: 'timeDuration', as: 'expression' },
  { word: 'minutes', on: 'event', name: 'yiwang:minutes', as: 'text' },
  { word: 'clock', on: 'event', name: 'yiwang:clock', as: 'text' },
];
const ofLoop: readonly FieldPlace[] = [
  { word: 'loopCardinality', on: 'loop', name: 'loopCardinality', as: 'expression' },
  { word: 'collection', on: 'loop', name: 'yiwang:collection', as: 'text' },
  { word: 'item', on: 'loop', name: 'yiwang:item', as: 'text' },
  { word: 'results', on: 'loop', name: 'yiwang:results', as: 'text' },
  { word: 'completionCondition', on: 'loop', name: 'completionCondition', as: 'expression' },
];

const isObject = (value: unknown): value is BusinessObject =>
  typeof value === 'object' && value !== null && '$type' in value;

/** The part of an element that a field is of; undefined where it has none. */
export function partOf({ businessObject }: BpmnElement, on: FieldPlace['on']): BusinessObject | undefined {
  if (on === 'self') return businessObject;
  const found = businessObject.get(on === 'loop' ? 'loopCharacteristics' : 'eventDefinitions');
  const part: unknown = Array.isArray(found) ? found[0] : found;
  return isObject(part) ? part : undefined;
}

/** What can be set of an element, and what it is. */
export function fieldsOf(element: BpmnElement): readonly ElementField[] {
  const [event, loop] = [partOf(element, 'event'), partOf(element, 'loop')];
  const places = [
    { word: 'elementName', on: 'self', name: 'name', as: 'text' } as const,
    ...(byType[element.businessObject.$type] ?? []),
    ...(event?.$type === 'bpmn:TimerEventDefinition' ? ofTimer : []),
    ...(loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics' ? ofLoop : []),
  ];
  return places.map((place) => ({ ...place, value: textOf(partOf(element, place.on)?.get(place.name)) }));
}

function textOf(value: unknown): string {
  if (isObject(value)) return textOf(value.get('body'));
  return typeof value === 'string' ? value : '';
}
