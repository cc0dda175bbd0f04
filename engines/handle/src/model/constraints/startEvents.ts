import type { XmlElement } from '@yiwang/xml';
import type { Model } from './indexModel.ts';
import type { Rule } from './reasons.ts';

const topLevel = new Set([
  'messageEventDefinition',
  'timerEventDefinition',
  'conditionalEventDefinition',
  'signalEventDefinition',
]);
const inEventSubprocess = new Set([
  ...topLevel,
  'errorEventDefinition',
  'escalationEventDefinition',
  'compensateEventDefinition',
]);
const interruptingOnly = new Set(['errorEventDefinition', 'compensateEventDefinition']);

/** A start event has the triggers of its place, and nothing flows into it. */
export const startEvents: Rule = (model, refuse) => {
  for (const event of model.named('startEvent')) {
    if (model.into(event).length > 0) refuse(event, 'startIncoming');
    const scope = model.parentOf(event);
    const definitions = model.definitionsOf(event);
    if (scope?.attributes['triggeredByEvent'] === 'true') {
      if (definitions.length === 0) refuse(event, 'noTrigger');
      refuseOthers(event, definitions, inEventSubprocess);
      if (event.attributes['isInterrupting'] === 'false') {
        const wrong = definitions.find(({ name }) => interruptingOnly.has(name));
        if (wrong !== undefined) refuse(event, 'mustInterrupt', { value: wrong.name });
      }
    } else if (scope?.name === 'process') refuseOthers(event, definitions, topLevel);
    else if (scope?.name !== 'choreography' && definitions[0] !== undefined)
      refuse(event, 'plainStart', { value: definitions[0].name });
  }
  function refuseOthers(event: XmlElement, definitions: readonly XmlElement[], allowed: ReadonlySet<string>): void {
    const wrong = definitions.find(({ name }) => !allowed.has(name));
    if (wrong !== undefined) refuse(event, 'wrongTrigger', { value: wrong.name, known: [...allowed].join(', ') });
  }
};

/** Whether a process can be called: it can begin without a trigger. */
export function canBeCalled(model: Model, process: XmlElement): boolean {
  const starts = process.children.filter(({ name }) => name === 'startEvent');
  return starts.length === 0 || starts.some((event) => model.definitionsOf(event).length === 0);
}
