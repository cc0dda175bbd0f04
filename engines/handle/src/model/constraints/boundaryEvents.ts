import type { XmlElement } from '@yiwang/xml';
import type { Model } from './indexModel.ts';
import type { Rule } from './reasons.ts';

const interruptingOnly = new Set(['errorEventDefinition', 'cancelEventDefinition', 'compensateEventDefinition']);

/** A boundary event leads out of its activity by a flow; the one of compensation by an association to its handler. */
export const boundaryEvents: Rule = (model, refuse) => {
  const associated = associationsOf(model);
  for (const event of model.named('boundaryEvent')) {
    const definitions = model.definitionsOf(event).map(({ name }) => name);
    const activity = model.find(event.attributes['attachedToRef']);
    if (activity !== undefined && model.parentOf(activity) !== model.parentOf(event))
      refuse(event, 'attachedElsewhere');
    if (model.into(event).length > 0) refuse(event, 'boundaryIncoming');
    if (event.attributes['cancelActivity'] === 'false') {
      const wrong = definitions.find((name) => interruptingOnly.has(name));
      if (wrong !== undefined) refuse(event, 'mustInterrupt', { value: wrong });
    }
    if (definitions.includes('cancelEventDefinition') && activity?.name !== 'transaction')
      refuse(event, 'cancelBoundary', { value: event.attributes['attachedToRef'] ?? '' });
    if (!definitions.includes('compensateEventDefinition')) continue;
    if (model.from(event).length > 0) refuse(event, 'compensationFlow');
    const handlers = associated.get(event) ?? [];
    const [handler] = handlers;
    if (handler === undefined) return refuse(event, 'noHandler');
    const wrong = handlers.find(({ attributes }) => attributes['isForCompensation'] !== 'true');
    if (wrong !== undefined) refuse(wrong, 'notForCompensation', { value: event.attributes['id'] ?? '' });
  }
};

/** Activities at the other end of the associations of an event. */
function associationsOf(model: Model): ReadonlyMap<XmlElement, readonly XmlElement[]> {
  const found = new Map<XmlElement, XmlElement[]>();
  for (const association of model.named('association')) {
    const ends = ['sourceRef', 'targetRef'].flatMap((name) => model.find(association.attributes[name]) ?? []);
    const [one, other] = ends;
    if (one === undefined || other === undefined) continue;
    for (const [event, activity] of [
      [one, other],
      [other, one],
    ] as const)
      if (event.name === 'boundaryEvent' && activity.name !== 'textAnnotation')
        found.set(event, [...(found.get(event) ?? []), activity]);
  }
  return found;
}
