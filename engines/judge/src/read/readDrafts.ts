import { childOf, childrenOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { Typed } from '../model.ts';
import { required, type ModelReading } from './reading.ts';

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
