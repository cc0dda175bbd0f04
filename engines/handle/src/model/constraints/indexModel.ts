import type { XmlElement } from '@yiwang/xml';
import { eventDefinitions } from './kinds.ts';

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** A file's BPMN elements, found by what rules ask for; built in one walk. Diagrams and extension elements are left out. */
export interface Model {
  readonly root: XmlElement;
  /** In document order, the root first. */
  readonly elements: readonly XmlElement[];
  /** Those of any of the names, in document order within a name. */
  named(...names: readonly string[]): readonly XmlElement[];
  parentOf(element: XmlElement): XmlElement | undefined;
  /** The nearest of the elements around it that has one of the names. */
  around(element: XmlElement, names: ReadonlySet<string>): XmlElement | undefined;
  /** What a reference names; its prefix is taken off, as in `tns:order`. */
  find(reference: string | undefined): XmlElement | undefined;
  /** Sequence flows that end at the node. */
  into(node: XmlElement): readonly XmlElement[];
  /** Sequence flows that leave the node. */
  from(node: XmlElement): readonly XmlElement[];
  /** The structure that an element with an item definition holds; undefined where none is said. */
  structureOf(element: XmlElement | undefined): string | undefined;
  /** The event definitions of an event, those it refers to included. */
  definitionsOf(event: XmlElement): readonly XmlElement[];
}

const none: readonly XmlElement[] = [];

export function indexModel(root: XmlElement): Model {
  const elements: XmlElement[] = [];
  const parents = new Map<XmlElement, XmlElement>();
  const byId = new Map<string, XmlElement>();
  const byName = new Map<string, XmlElement[]>();
  const walk = (element: XmlElement): void => {
    elements.push(element);
    gather(byName, element.name, element);
    const id = element.attributes['id'];
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    for (const child of element.children) {
      if (child.namespace !== bpmn || child.name === 'extensionElements') continue;
      parents.set(child, element);
      walk(child);
    }
  };
  walk(root);
  const into = new Map<string, XmlElement[]>();
  const from = new Map<string, XmlElement[]>();
  for (const flow of byName.get('sequenceFlow') ?? none) {
    gather(into, localPart(flow.attributes['targetRef'] ?? ''), flow);
    gather(from, localPart(flow.attributes['sourceRef'] ?? ''), flow);
  }
  const find = (reference: string | undefined) =>
    reference === undefined ? undefined : (byId.get(reference.trim()) ?? byId.get(localPart(reference.trim())));
  return {
    root,
    elements,
    named: (...names) => names.flatMap((name) => byName.get(name) ?? none),
    parentOf: (element) => parents.get(element),
    around(element, names) {
      let outer = parents.get(element);
      while (outer !== undefined && !names.has(outer.name)) outer = parents.get(outer);
      return outer;
    },
    find,
    into: (node) => into.get(node.attributes['id'] ?? '') ?? none,
    from: (node) => from.get(node.attributes['id'] ?? '') ?? none,
    structureOf: (element) => {
      const item = find(element?.attributes['itemSubjectRef'] ?? element?.attributes['itemRef']);
      return item?.attributes['structureRef'];
    },
    definitionsOf: (event) =>
      event.children.flatMap((child) => {
        if (eventDefinitions.has(child.name)) return child;
        return child.name === 'eventDefinitionRef' ? (find(child.text) ?? none) : none;
      }),
  };
}

function gather(map: Map<string, XmlElement[]>, key: string, element: XmlElement): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [element]);
  else found.push(element);
}

function localPart(reference: string): string {
  return reference.slice(reference.lastIndexOf(':') + 1);
}
