import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';
import type { Model } from './indexModel.ts';
import type { Refuse, Rule } from './reasons.ts';

const collectable = ['dataObject', 'dataInput', 'dataOutput', 'dataStore', 'inputDataItem', 'outputDataItem'] as const;

/** What holds data is a collection where its type is one, and what passes from one to another has the same structure. */
export const dataItems: Rule = (model, refuse) => {
  for (const element of model.named(...collectable)) {
    const item = model.find(element.attributes['itemSubjectRef']);
    if (item === undefined) continue;
    const isCollection = (one: XmlElement): boolean => one.attributes['isCollection'] === 'true';
    if (isCollection(item) !== isCollection(element))
      refuse(element, 'collection', { value: item.attributes['id'] ?? '' });
  }
  for (const loop of model.named('multiInstanceLoopCharacteristics'))
    for (const [item, reference] of [
      ['inputDataItem', 'loopDataInputRef'],
      ['outputDataItem', 'loopDataOutputRef'],
    ] as const) {
      const one = childOf(loop, item);
      const all = model.find(childOf(loop, reference)?.text);
      if (one !== undefined && all !== undefined) checkSame(model, refuse, one, all);
    }
};

/** Data goes into an activity through its inputs and out through its outputs, unchanged unless something changes it. */
export const dataAssociations: Rule = (model, refuse) => {
  for (const association of model.named('dataInputAssociation', 'dataOutputAssociation')) {
    const sources = childrenOf(association, 'sourceRef').flatMap(({ text }) => model.find(text) ?? []);
    const target = model.find(childOf(association, 'targetRef')?.text);
    const changes = ['transformation', 'assignment'].some((name) => childOf(association, name) !== undefined);
    if (sources.length > 1 && childOf(association, 'transformation') === undefined)
      refuse(association, 'sources', { n: sources.length });
    const inwards = association.name === 'dataInputAssociation';
    const wrong = inwards
      ? sources.find(({ name }) => name === 'dataOutput')
      : target?.name === 'dataInput'
        ? target
        : undefined;
    if (wrong !== undefined) refuse(association, 'dataDirection', { value: wrong.attributes['id'] ?? '' });
    const [source] = sources;
    if (!changes && source !== undefined && target !== undefined)
      checkSame(model, refuse, throughObject(model, source), throughObject(model, target));
  }
};

/** A reference holds what the object that it stands for holds. */
function throughObject(model: Model, element: XmlElement): XmlElement {
  return model.find(element.attributes['dataObjectRef'] ?? element.attributes['dataStoreRef']) ?? element;
}

function checkSame(model: Model, refuse: Refuse, one: XmlElement, other: XmlElement): void {
  const [here, there] = [model.structureOf(one), model.structureOf(other)];
  if (here !== undefined && there !== undefined && here !== there)
    refuse(one, 'structure', { value: other.attributes['id'] ?? '' });
}
