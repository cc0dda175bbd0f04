import type { FeelContext, FeelValue } from '@yiwang/feel';
import { readInput, type DecisionInput } from '../decide/readInput.ts';
import { startTaking } from '../decide/taking.ts';
import type { DecisionModel } from '../model.ts';

/** What is given for each input of the models, by its name. @throws feel.notAValue for what no rule can use. */
export function readInputs(models: readonly DecisionModel[], input: DecisionInput): FeelContext {
  const values = new Map<string, FeelValue>();
  const taking = startTaking('none');
  for (const model of models) {
    for (const { inputs } of [model, ...model.imports.map((imported) => imported.model)]) {
      for (const element of inputs) {
        if (!values.has(element.name)) values.set(element.name, readInput(element, element.name, input, model, taking));
      }
    }
  }
  return values;
}
