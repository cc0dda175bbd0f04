import type { XmlElement } from '@yiwang/xml';
import type { Rule } from './reasons.ts';

/**
 * A link (链接事件) jumps within one scope, from one or more throwing ends to one catching end. Ends find each other by
 * `source` and `target`, or where those are absent by the name of the link.
 */
export const links: Rule = (model, refuse) => {
  const ends = model.named('linkEventDefinition').flatMap((definition) => {
    const event = model.parentOf(definition);
    return event === undefined ? [] : [{ definition, event, throws: event.name === 'intermediateThrowEvent' }];
  });
  const key = (definition: XmlElement, event: XmlElement) => `${scopeOf(event)} ${definition.attributes['name'] ?? ''}`;
  const scopeOf = (event: XmlElement) => model.parentOf(event)?.attributes['id'] ?? '';
  const thrown = new Set(ends.filter((end) => end.throws).map((end) => key(end.definition, end.event)));
  const caught = new Map<string, number>();
  for (const { definition, event, throws } of ends)
    if (!throws) caught.set(key(definition, event), (caught.get(key(definition, event)) ?? 0) + 1);
  for (const { definition, event, throws } of ends) {
    if (throws && model.from(event).length > 0) refuse(event, 'linkOutgoing');
    if (!throws && model.into(event).length > 0) refuse(event, 'linkIncoming');
    const named = definition.children.filter(({ name }) => name === (throws ? 'target' : 'source'));
    for (const reference of named) {
      const other = model.find(reference.text);
      const otherEvent = other === undefined ? undefined : model.parentOf(other);
      if (other === undefined || otherEvent === undefined) continue;
      if (scopeOf(otherEvent) !== scopeOf(event)) refuse(event, 'linkCrossing');
      const back = other.children.filter(({ name }) => name === (throws ? 'source' : 'target'));
      if (back.length > 0 && !back.some(({ text }) => model.find(text) === definition))
        refuse(event, 'linkPair', { value: other.attributes['id'] ?? '' });
    }
    if (named.length > 0) continue;
    const name = definition.attributes['name'] ?? '';
    if (throws && !caught.has(key(definition, event))) refuse(event, 'linkAlone', { value: name });
    if (!throws && !thrown.has(key(definition, event))) refuse(event, 'linkAlone', { value: name });
    if (!throws && (caught.get(key(definition, event)) ?? 0) > 1) refuse(event, 'linkTwice', { value: name });
  }
};
