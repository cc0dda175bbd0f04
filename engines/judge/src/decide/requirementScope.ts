import { type FeelValue, type Scope } from '@yiwang/feel';
import type { Decision, DecisionModel, ElementReference, KnowledgeModel } from '../model.ts';
import { findElement, type FoundElement } from '../read/findElement.ts';
import { nameOf, prefixOf } from '../read/visibleNames.ts';

/** What an element requires, found once: decisions are taken often. */
interface Requirements {
  readonly direct: readonly (readonly [name: string, element: FoundElement])[];
  readonly prefixed: readonly (readonly [prefix: string, elements: Requirements['direct']])[];
}

const known = new WeakMap<Decision | KnowledgeModel, Requirements>();

/** The names that an element's logic sees, with their values. */
export function requirementScope(
  element: Decision | KnowledgeModel,
  model: DecisionModel,
  valueOf: (found: FoundElement) => FeelValue,
): Scope & { readonly values: Map<string, FeelValue> } {
  const { direct, prefixed } = requirementsOf(element, model);
  const values = new Map<string, FeelValue>();
  for (const [name, found] of direct) values.set(name, valueOf(found));
  for (const [prefix, elements] of prefixed) {
    values.set(prefix, new Map(elements.map(([name, found]) => [name, valueOf(found)])));
  }
  return { values, outer: undefined };
}

function requirementsOf(element: Decision | KnowledgeModel, model: DecisionModel): Requirements {
  const before = known.get(element);
  if (before !== undefined) return before;
  const references: ElementReference[] =
    'requiredInputs' in element
      ? [...element.requiredInputs, ...element.requiredDecisions, ...element.requiredKnowledge]
      : [...element.requiredKnowledge];
  const found = references.flatMap((reference) => {
    const one = findElement(model, reference);
    return one === undefined ? [] : [{ prefix: prefixOf(reference, model.imports), one }];
  });
  const named = (list: typeof found): Requirements['direct'] => list.map(({ one }) => [nameOf(one), one] as const);
  const groups = Map.groupBy(found, ({ prefix }) => prefix);
  const requirements: Requirements = {
    direct: named(groups.get('') ?? []),
    prefixed: [...groups].filter(([prefix]) => prefix !== '').map(([prefix, list]) => [prefix, named(list)] as const),
  };
  known.set(element, requirements);
  return requirements;
}

/** The elements that references lead to, of one kind. */
export function elementsOf<K extends FoundElement['kind']>(
  model: DecisionModel,
  references: readonly ElementReference[],
  kind: K,
): Extract<FoundElement, { kind: K }>[] {
  return references.flatMap((reference) => {
    const found = findElement(model, reference);
    return found !== undefined && isOf(found, kind) ? [found] : [];
  });
}

function isOf<K extends FoundElement['kind']>(
  found: FoundElement,
  kind: K,
): found is Extract<FoundElement, { kind: K }> {
  return found.kind === kind;
}
