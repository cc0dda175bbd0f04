import type { FeelType, Variables } from '@yiwang/feel';
import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { DecisionModel, InputData, ModelImport, Typed } from '../model.ts';
import { findElement, type FoundElement } from './findElement.ts';
import { named, placeOf, required, type ModelReading } from './reading.ts';
import { functionShape, shapeOf } from './shapeOf.ts';

/** A decision, knowledge model or service before what it is made of is read. */
export interface Draft {
  readonly kind: 'decision' | 'knowledge' | 'service';
  readonly element: XmlElement;
  readonly id: string;
  readonly name: string;
  readonly variable: string;
  readonly typed: Typed;
  readonly decisions: readonly string[];
  readonly inputs: readonly string[];
  readonly knowledge: readonly string[];
  /** Of this model, for the order of reading. */
  readonly requires: readonly string[];
}

const kinds = { decision: 'decision', businessKnowledgeModel: 'knowledge', decisionService: 'service' } as const;

export function readDrafts(root: XmlElement, reading: ModelReading): Draft[] {
  const own = root.attributes['namespace'] ?? '';
  return root.children.flatMap((element) => {
    const kind = Object.hasOwn(kinds, element.name) ? kinds[element.name as keyof typeof kinds] : undefined;
    return kind === undefined ? [] : [readDraft(element, kind, own, reading)];
  });
}

function readDraft(element: XmlElement, kind: Draft['kind'], own: string, reading: ModelReading): Draft {
  const name = required(element, 'name', reading.file);
  const variable = childOf(element, 'variable');
  const references = (requirement: string, part: string): string[] =>
    childrenOf(element, requirement)
      .flatMap((inner) => childrenOf(inner, part))
      .map((reference) => referenceOf(reference, own));
  const direct = (part: string): string[] => childrenOf(element, part).map((reference) => referenceOf(reference, own));
  const knowledge = references('knowledgeRequirement', 'requiredKnowledge');
  const decisions =
    kind === 'service' ? direct('outputDecision') : references('informationRequirement', 'requiredDecision');
  return {
    kind,
    element,
    id: element.attributes['id'] ?? name,
    name,
    variable: variable?.attributes['name'] ?? name,
    typed: reading.types.typed(variable?.attributes['typeRef'], variable ?? element),
    decisions,
    inputs: references('informationRequirement', 'requiredInput'),
    knowledge,
    requires: [...decisions, ...knowledge, ...(kind === 'service' ? direct('encapsulatedDecision') : [])],
  };
}

/** `#id`, also with the model's own namespace before it, is the id; of another model it stays `namespace#id`. */
export function referenceOf(element: XmlElement, own: string): string {
  const href = element.attributes['href'] ?? '';
  const hash = href.lastIndexOf('#');
  const namespace = href.slice(0, Math.max(0, hash));
  return namespace === '' || namespace === own ? href.slice(hash + 1) : href;
}

export function readInputs(root: XmlElement, reading: ModelReading): InputData[] {
  return childrenOf(root, 'inputData').map((element) => {
    const name = required(element, 'name', reading.file);
    const variable = childOf(element, 'variable');
    return {
      id: element.attributes['id'] ?? name,
      name: variable?.attributes['name'] ?? name,
      ...reading.types.typed(variable?.attributes['typeRef'], variable ?? element),
      place: placeOf(element, reading.file),
    };
  });
}

/** @throws judge.malformed for an id or a variable that two elements have. */
export function refuseDuplicates(
  elements: readonly { readonly id: string; readonly names: string; readonly line: number }[],
  file: string,
): void {
  const [ids, names] = [new Set<string>(), new Set<string>()];
  for (const { id, names: name, line } of elements) {
    if (ids.has(id)) throw faults.malformed({ file, line, id, what: 'the id is used twice' });
    if (names.has(name)) throw faults.malformed({ file, line, id, what: `the name ${name} is used twice` });
    ids.add(id);
    names.add(name);
  }
}

/** The names that an element's logic sees: what it requires, and nothing else. @throws judge.unknownElement */
export function visibleNames(draft: Draft, model: DecisionModel, reading: ModelReading): Variables {
  const names: Record<string, FeelType> = {};
  const prefixed: Record<string, Record<string, FeelType>> = {};
  for (const reference of [...draft.inputs, ...draft.decisions, ...draft.knowledge]) {
    const found = getElement(reference, draft.element, model, reading);
    const prefix = prefixOf(reference, model.imports);
    const into = prefix === '' ? names : (prefixed[prefix] ??= {});
    into[nameOf(found)] = shapeOfElement(found);
  }
  for (const [prefix, context] of Object.entries(prefixed)) names[prefix] = { context };
  return names;
}

export function getElement(
  reference: string,
  by: XmlElement,
  model: DecisionModel,
  { file }: ModelReading,
): FoundElement {
  const found = findElement(model, reference);
  if (found !== undefined) return found;
  throw faults.unknownElement({ ...named(by, file), reference });
}

/** The name under which this model imports what a reference leads to; empty for its own. */
export function prefixOf(reference: string, imports: readonly ModelImport[]): string {
  const hash = reference.lastIndexOf('#');
  return hash === -1 ? '' : (imports.find(({ namespace }) => namespace === reference.slice(0, hash))?.name ?? '');
}

/** The name under which logic sees an element. */
export function nameOf(found: FoundElement): string {
  return found.kind === 'input' ? found.element.name : found.element.variable;
}

function shapeOfElement(found: FoundElement): FeelType {
  switch (found.kind) {
    case 'input':
      return found.element.type;
    case 'decision':
      return found.element.type === 'any' ? shapeOf(found.element.logic) : found.element.type;
    case 'knowledge':
      return isFunction(found.element.type) || found.element.logic.kind === 'refused'
        ? found.element.type
        : withResult(functionShape(found.element.logic), found.element.type);
    case 'service':
      return isFunction(found.element.type) ? found.element.type : 'function';
  }
}

const isFunction = (type: FeelType): boolean => type === 'function' || (typeof type === 'object' && 'function' in type);

/** Older models give the type of the result where 1.5 has the type of the function. */
function withResult(shape: FeelType, result: FeelType): FeelType {
  if (result === 'any' || typeof shape !== 'object' || !('function' in shape)) return shape;
  return { function: { ...shape.function, result } };
}
