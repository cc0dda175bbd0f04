import { typeText, type FeelFunction, type FeelType, type FeelValue, type Scope } from '@yiwang/feel';
import type { Decision, DecisionModel, DecisionService, InputData, KnowledgeModel, Typed } from '../model.ts';
import { conform, misfit } from './conform.ts';
import { functionValue } from './boxed/functionValue.ts';
import { refusedValue } from './evaluateLogic.ts';
import { elementsOf, requirementScope } from './requirementScope.ts';
import { valueOf } from './takeDecision.ts';
import { nullWith, type Frame, type Taking } from './taking.ts';
import type { DecisionTrace } from './trace.ts';

/** A knowledge model as the function that logic calls. It sees itself, and what it requires. */
export function knowledgeFunction(knowledge: KnowledgeModel, model: DecisionModel, taking: Taking): FeelFunction {
  const { logic, variable } = knowledge;
  if (logic.kind === 'refused') {
    return {
      kind: 'function',
      name: variable,
      parameters: [],
      call: () => refusedValue(logic, taking, knowledge.place),
    };
  }
  let scope: Scope | undefined;
  const scopeOnce = (): Scope => {
    if (scope !== undefined) return scope;
    const made = requirementScope(knowledge, model, (found) =>
      found.kind === 'service'
        ? serviceFunction(found.element, found.model, taking, [])
        : found.kind === 'knowledge'
          ? knowledgeFunction(found.element, found.model, taking)
          : null,
    );
    made.values.set(variable, self);
    scope = made;
    return made;
  };
  const inner = functionValue(logic, scopeOnce, taking, variable);
  const self: FeelFunction = {
    ...inner,
    call: (values) => callResult(inner.call(values), knowledge, taking),
  };
  return self;
}

/**
 * A decision service as a function: its parameters are its input data, then its input decisions. Its decisions are taken
 * anew, with nothing but what the caller gives.
 */
export function serviceFunction(
  service: DecisionService,
  model: DecisionModel,
  taking: Taking,
  trace: DecisionTrace[],
): FeelFunction {
  const parameters = serviceParameters(service, model);
  const call = (values: readonly FeelValue[]): FeelValue => {
    const given = new Map<InputData | Decision, FeelValue>();
    for (const [index, { name, element }] of parameters.entries()) {
      const value = values[index] ?? null;
      const fitting = conform(value, element);
      if (fitting === undefined) return unfitArgument(value, element, name, service.place, taking);
      given.set(element, fitting);
    }
    const frame: Frame = { taking, given: (element) => given.get(element), taken: new Map() };
    const outputs = serviceOutputs(service, model, frame, trace);
    const [first] = outputs.values();
    return callResult(outputs.size === 1 ? (first ?? null) : outputs, service, taking);
  };
  return { kind: 'function', name: service.variable, parameters: parameters.map(({ name }) => name), call };
}

/** In the order in which a call gives them. */
export function serviceParameters(
  service: DecisionService,
  model: DecisionModel,
): readonly { readonly name: string; readonly element: InputData | Decision }[] {
  const inputs = elementsOf(model, service.inputData, 'input').map(({ element }) => ({ name: element.name, element }));
  const decisions = elementsOf(model, service.inputDecisions, 'decision').map(({ element }) => ({
    name: element.variable,
    element,
  }));
  return [...inputs, ...decisions];
}

/** The results of the output decisions by their variables. */
export function serviceOutputs(
  service: DecisionService,
  model: DecisionModel,
  frame: Frame,
  trace: DecisionTrace[],
): Map<string, FeelValue> {
  const found = elementsOf(model, service.outputDecisions, 'decision');
  return new Map(found.map((one) => [one.element.variable, valueOf(one, frame, trace)]));
}

export function unfitArgument(
  value: FeelValue,
  typed: Typed,
  name: string,
  place: KnowledgeModel['place'],
  taking: Taking,
): null {
  const { zh, en } = misfit(value, typed, name);
  return nullWith(taking, 'argumentType', `参数${zh}`, `the argument ${en}`, place);
}

/** The variable's type is that of the function, or in older models that of its result. */
export function callResult(value: FeelValue, callable: KnowledgeModel | DecisionService, taking: Taking): FeelValue {
  const { type, name, place } = callable;
  const declared: Typed =
    typeof type === 'object' && 'function' in type
      ? { type: type.function.result }
      : type === 'function'
        ? { type: 'any' }
        : callable;
  const fitting = conform(value, declared);
  if (fitting !== undefined) return fitting;
  const text = declared.item?.name ?? typeText(declared.type satisfies FeelType);
  return nullWith(taking, 'resultType', `“${name}”的结果不是 ${text}`, `the result of “${name}” is no ${text}`, place);
}
