import type { Rule } from './reasons.ts';

const allowed: Readonly<Record<string, ReadonlySet<string>>> = {
  endEvent: new Set([
    'messageEventDefinition',
    'errorEventDefinition',
    'escalationEventDefinition',
    'cancelEventDefinition',
    'compensateEventDefinition',
    'signalEventDefinition',
    'terminateEventDefinition',
  ]),
  intermediateThrowEvent: new Set([
    'messageEventDefinition',
    'escalationEventDefinition',
    'compensateEventDefinition',
    'linkEventDefinition',
    'signalEventDefinition',
  ]),
  intermediateCatchEvent: new Set([
    'messageEventDefinition',
    'timerEventDefinition',
    'conditionalEventDefinition',
    'linkEventDefinition',
    'signalEventDefinition',
  ]),
  boundaryEvent: new Set([
    'messageEventDefinition',
    'timerEventDefinition',
    'errorEventDefinition',
    'escalationEventDefinition',
    'cancelEventDefinition',
    'compensateEventDefinition',
    'conditionalEventDefinition',
    'signalEventDefinition',
  ]),
};

/** Intermediate and end events have the definitions of their place; a catching one has at least one. */
export const otherEvents: Rule = (model, refuse) => {
  for (const [kind, known] of Object.entries(allowed))
    for (const event of model.named(kind)) {
      const definitions = model.definitionsOf(event);
      if (definitions.length === 0 && (kind === 'intermediateCatchEvent' || kind === 'boundaryEvent'))
        refuse(event, 'noTrigger');
      const wrong = definitions.find(({ name }) => !known.has(name));
      if (wrong !== undefined) refuse(event, 'wrongTrigger', { value: wrong.name, known: [...known].join(', ') });
    }
  for (const event of model.named('endEvent')) {
    if (model.from(event).length > 0) refuse(event, 'endOutgoing');
    const cancels = model.definitionsOf(event).some(({ name }) => name === 'cancelEventDefinition');
    if (cancels && model.parentOf(event)?.name !== 'transaction') refuse(event, 'cancelEnd');
  }
  for (const holder of model.named('eventDefinitionRef')) {
    const event = model.parentOf(holder);
    const definition = model.find(holder.text);
    if (event !== undefined && definition !== undefined && model.parentOf(definition) !== model.root)
      refuse(event, 'sharedDefinition', { value: definition.attributes['id'] ?? '' });
  }
};
