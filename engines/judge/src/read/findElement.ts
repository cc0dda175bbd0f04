import type {
  Decision,
  DecisionModel,
  DecisionService,
  ElementReference,
  InputData,
  KnowledgeModel,
  ModelImport,
} from '../model.ts';

/** An element with the model it stands in. */
export type FoundElement = { readonly model: DecisionModel } & (
  | { readonly kind: 'decision'; readonly element: Decision }
  | { readonly kind: 'input'; readonly element: InputData }
  | { readonly kind: 'knowledge'; readonly element: KnowledgeModel }
  | { readonly kind: 'service'; readonly element: DecisionService }
);

const indexes = new WeakMap<DecisionModel, ReadonlyMap<string, FoundElement>>();

/** Follows a requirement into this model or an imported one. */
export function findElement(model: DecisionModel, reference: ElementReference): FoundElement | undefined {
  if (reference.includes('#')) return findImported(reference, model.imports);
  let index = indexes.get(model);
  if (index === undefined) {
    index = indexOf(model);
    indexes.set(model, index);
  }
  return index.get(reference);
}

/** The element that `namespace#id` leads to. */
export function findImported(reference: ElementReference, imports: readonly ModelImport[]): FoundElement | undefined {
  const hash = reference.lastIndexOf('#');
  const imported = imports.find(({ namespace }) => namespace === reference.slice(0, hash));
  return imported === undefined ? undefined : findElement(imported.model, reference.slice(hash + 1));
}

function indexOf(model: DecisionModel): ReadonlyMap<string, FoundElement> {
  const found: FoundElement[] = [
    ...model.inputs.map((element) => ({ model, kind: 'input', element }) as const),
    ...model.decisions.map((element) => ({ model, kind: 'decision', element }) as const),
    ...model.knowledge.map((element) => ({ model, kind: 'knowledge', element }) as const),
    ...model.services.map((element) => ({ model, kind: 'service', element }) as const),
  ];
  return new Map(found.map((one) => [one.element.id, one]));
}
