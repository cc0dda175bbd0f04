import { parseXml, type XmlElement } from '@yiwang/xml';

/** What differs between two versions of a model, by the ids of elements; how they are drawn is no difference. */
export interface ModelDifference {
  readonly added: readonly DifferentElement[];
  readonly removed: readonly DifferentElement[];
  readonly changed: readonly (DifferentElement & { readonly changes: readonly ModelChange[] })[];
}

export interface DifferentElement {
  readonly id: string;
  /** The element's name in BPMN. */
  readonly kind: string;
  readonly name: string | null;
}

/** An attribute, or a part inside, before and after; null where it is not there. */
export interface ModelChange {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Follows from the flows, or is drawing. */
const passedOver = new Set(['incoming', 'outgoing', 'BPMNDiagram', 'flowNodeRef', 'laneSet']);
/** Parts of an element that have an id and a life of their own. */
const isOwn = (element: XmlElement): boolean =>
  element.attributes['id'] !== undefined &&
  !/(EventDefinition|LoopCharacteristics|Expression|Specification)$/.test(element.name);

/** @throws xml.malformed, xml.tooLarge */
export function compareModels(before: string, after: string, file: string): ModelDifference {
  const [left, right] = [elementsOf(parseXml(before, file)), elementsOf(parseXml(after, file))];
  const about = (id: string, { name, attributes }: XmlElement): DifferentElement => ({
    id,
    kind: name,
    name: attributes['name'] ?? null,
  });
  return {
    added: [...right].filter(([id]) => !left.has(id)).map(([id, element]) => about(id, element)),
    removed: [...left].filter(([id]) => !right.has(id)).map(([id, element]) => about(id, element)),
    changed: [...right].flatMap(([id, element]) => {
      const was = left.get(id);
      const changes = was === undefined ? [] : changesOf(was, element);
      return changes.length === 0 ? [] : [{ ...about(id, element), changes }];
    }),
  };
}

function elementsOf(root: XmlElement): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const gather = (parent: XmlElement): void => {
    for (const element of parent.children) {
      if (passedOver.has(element.name)) continue;
      const { id } = element.attributes;
      if (id !== undefined && isOwn(element)) found.set(id, element);
      gather(element);
    }
  };
  gather(root);
  return found;
}

function changesOf(before: XmlElement, after: XmlElement): ModelChange[] {
  const [left, right] = [factsOf(before), factsOf(after)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((what) => left.get(what) !== right.get(what))
    .map((what) => ({ what, before: left.get(what) ?? null, after: right.get(what) ?? null }));
}

/** Kind, attributes and inner parts as texts, by which two elements are compared. */
function factsOf(element: XmlElement): Map<string, string> {
  const facts = new Map(Object.entries({ kind: element.name, ...element.attributes }));
  for (const child of element.children) {
    if (passedOver.has(child.name) || isOwn(child)) continue;
    const text = child.name === 'documentation' ? child.text.trim() : textOf(child);
    const same = facts.get(child.name);
    facts.set(child.name, same === undefined ? text : `${same}; ${text}`);
  }
  facts.delete('id');
  return facts;
}

/** An inner part in one line: attributes but ids, text, and the parts in it. */
function textOf({ attributes, text, children }: XmlElement): string {
  const said = Object.entries(attributes)
    .filter(([name]) => name !== 'id' && name !== 'xsi:type' && name !== 'type')
    .map(([name, value]) => `${name}=${value}`);
  const inner = children.map((child) => `${child.name}(${textOf(child)})`);
  return [...said, text.trim(), ...inner].filter((part) => part !== '').join(' ');
}
