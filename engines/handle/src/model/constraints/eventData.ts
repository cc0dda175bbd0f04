import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';
import type { Model } from './indexModel.ts';
import type { Rule } from './reasons.ts';
import { catchingEvents, throwingEvents } from './kinds.ts';

const references: Readonly<Record<string, string>> = {
  messageEventDefinition: 'messageRef',
  signalEventDefinition: 'signalRef',
  errorEventDefinition: 'errorRef',
  escalationEventDefinition: 'escalationRef',
};

/** An event has one data item for each definition that carries data, in their order and of the same structure. */
export const eventData: Rule = (model, refuse) => {
  for (const event of model.named(...catchingEvents, ...throwingEvents)) {
    const carried = model.definitionsOf(event).flatMap((definition) => structuresOf(model, definition));
    const items = childrenOf(event, throwingEvents.has(event.name) ? 'dataInput' : 'dataOutput');
    // an operation of an interface says what is done with its message
    const bound = model.definitionsOf(event).some((definition) => childOf(definition, 'operationRef') !== undefined);
    if (carried.length === 0 || (bound && items.length === 0)) continue;
    if (items.length !== carried.length) refuse(event, 'eventData', { n: items.length, want: carried.length });
    for (const [at, item] of items.entries()) {
      const structure = model.structureOf(item);
      if (structure !== undefined && structure !== carried[at]) refuse(item, 'structure', { value: carried[at] ?? '' });
    }
  }
};

/** The structure of what a definition carries; nothing where it carries none. */
function structuresOf(model: Model, definition: XmlElement): readonly string[] {
  const what = model.find(definition.attributes[references[definition.name] ?? '']);
  const item = model.find(what?.attributes['itemRef'] ?? what?.attributes['structureRef']);
  const structure = item?.attributes['structureRef'];
  return structure === undefined ? [] : [structure];
}
