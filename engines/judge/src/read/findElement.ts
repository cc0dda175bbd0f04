import type {
  Decision,
  DecisionModel,
  DecisionService,
  ElementReference,
  InputData,
  KnowledgeModel,
} from '../model.ts';

/** An element with the model it stands in. */
export type FoundElement = { readonly model: DecisionModel } & (
  | { readonly kind: 'decision'; readonly element: Decision }
  | { readonly kind: 'input'; readonly element: InputData }
  | { readonly kind: 'knowledge'; readonly element: KnowledgeModel }
  | { readonly kind: 'service'; readonly element: DecisionService }
);

/** Follows a requirement into this model or an imported one. */
export function findElement(model: DecisionModel, reference: ElementReference): FoundElement | undefined {
  const hash = reference.lastIndexOf('#');
  if (hash !== -1) {
    const imported = model.imports.find(({ namespace }) => namespace === reference.slice(0, hash));
    return imported === undefined ? undefined : findElement(imported.model, reference.slice(hash + 1));
  }
  const decision = model.decisions.find(({ id }) => id === reference);
  if (decision !== undefined) return { model, kind: 'decision', element: decision };
  const input = model.inputs.find(({ id }) => id === reference);
  if (input !== undefined) return { model, kind: 'input', element: input };
  const knowledge = model.knowledge.find(({ id }) => id === reference);
  if (knowledge !== undefined) return { model, kind: 'knowledge', element: knowledge };
  const service = model.services.find(({ id }) => id === reference);
  return service === undefined ? undefined : { model, kind: 'service', element: service };
}
