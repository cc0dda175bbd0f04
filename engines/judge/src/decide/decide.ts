import { findNearest, fromFeel, type FeelDateTime, type FeelFunction, type FeelValue, type Json } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import { faults } from '../faults.ts';
import type { Decision, DecisionModel, DecisionService, InputData, KnowledgeModel } from '../model.ts';
import type { AppliedTable } from './applyTable.ts';
import { callResult, knowledgeFunction, serviceOutputs, serviceParameters } from './callable.ts';
import { readInput, type DecisionInput } from './readInput.ts';
import { reasonOf, textReason } from './reason.ts';
import { takeDecision } from './takeDecision.ts';
import { collectWarnings, startTaking, type Frame, type Taking } from './taking.ts';
import type { DecisionTrace } from './trace.ts';
import type { DecisionWarning } from './warning.ts';

export interface DecisionResult {
  /** By output name; a decision with a single value gives it under its own variable's name. */
  readonly outputs: Readonly<Record<string, Json>>;
  /** The exact value, for other rules. */
  readonly value: FeelValue;
  /** The rules that matched, in table order; empty where the decision is no table. */
  readonly rules: readonly { readonly id: string; readonly index: number }[];
  /** Written when it is first asked for. */
  readonly reason: Bilingual;
  /** Required decisions first; empty where no trace was asked for. */
  readonly trace: readonly DecisionTrace[];
  readonly warnings: readonly DecisionWarning[];
}

export interface DecideOptions {
  /**
   * `tables` (default): what each decision gave, and which rules of a table failed where. `full`: with every part of every
   * expression. `none`: neither; much cheaper.
   */
  readonly trace?: Taking['trace'];
  /** Nodes and items that may be visited in all; 1,000,000 by default. */
  readonly maxSteps?: number;
  /** What now() is, for models read with `clock: 'given'`. */
  readonly now?: FeelDateTime;
}

/**
 * Takes one decision, found by id or name, and the decisions it requires; or calls a decision service or a knowledge
 * model, whose parameters are given as inputs. Pure; what is missing in the input is null.
 * @throws judge.unknownDecision, feel.notAValue for an input no rule can use, feel.tooMuchWork.
 */
export function decide(
  model: DecisionModel,
  id: string,
  input: DecisionInput,
  options: DecideOptions = {},
): DecisionResult {
  const taking = startTaking(options.trace ?? 'tables', options.maxSteps, options.now);
  const { decisions, services, knowledge } = model;
  const decision = findOne(decisions, id);
  if (decision !== undefined) return takeRoot(decision, model, input, taking);
  const service = findOne(services, id);
  if (service !== undefined) return takeService(service, model, input, taking);
  const called = findOne(knowledge, id);
  if (called !== undefined) return callKnowledge(called, model, input, taking);
  throw unknown(model, id);
}

function findOne<T extends { readonly id: string; readonly name: string }>(
  elements: readonly T[],
  id: string,
): T | undefined {
  return elements.find((element) => element.id === id) ?? elements.find((element) => element.name === id);
}

function unknown({ file, decisions, services, knowledge }: DecisionModel, id: string) {
  const near = findNearest(
    id,
    [...decisions, ...services, ...knowledge].map((element) => element.id),
  );
  return faults.unknownDecision({
    file,
    id,
    suggestionZh: near === undefined ? '' : `是否应为“${near}”？`,
    suggestionEn: near === undefined ? '' : `Did you mean “${near}”?`,
  });
}

function takeRoot(decision: Decision, model: DecisionModel, input: DecisionInput, taking: Taking): DecisionResult {
  const inputs = new Map<InputData, FeelValue>();
  const frame: Frame = {
    taking,
    taken: new Map(),
    given: (element) => {
      if ('requiredInputs' in element) return undefined;
      const before = inputs.get(element);
      if (before !== undefined) return before;
      const value = readInput(element, element.name, input, model, taking);
      inputs.set(element, value);
      return value;
    },
  };
  const trace: DecisionTrace[] = [];
  const { value, applied } = takeDecision(decision, model, frame, trace);
  return resultOf(taking, value, outputsOf(decision, value), trace, decision, applied);
}

function takeService(
  service: DecisionService,
  model: DecisionModel,
  input: DecisionInput,
  taking: Taking,
): DecisionResult {
  const given = new Map<InputData | Decision, FeelValue>();
  for (const { name, element } of serviceParameters(service, model)) {
    given.set(element, readInput(element, name, input, model, taking));
  }
  const frame: Frame = { taking, taken: new Map(), given: (element) => given.get(element) };
  const trace: DecisionTrace[] = [];
  const outputs = serviceOutputs(service, model, frame, trace);
  const [only = null] = outputs.values();
  const value = callResult(outputs.size === 1 ? only : outputs, service, taking);
  const [variable = service.variable] = outputs.keys();
  const json = value instanceof Map && outputs.size > 1 ? jsonOf(value) : { [variable]: fromFeel(value) };
  return resultOf(taking, value, json, trace, service);
}

function callKnowledge(
  knowledge: KnowledgeModel,
  model: DecisionModel,
  input: DecisionInput,
  taking: Taking,
): DecisionResult {
  const callable: FeelFunction = knowledgeFunction(knowledge, model, taking);
  const { logic } = knowledge;
  const parameters = logic.kind === 'function' ? logic.parameters : [];
  const values = parameters.map((parameter) => {
    const element = { ...parameter, id: parameter.name, place: knowledge.place };
    return readInput(element, parameter.name, input, model, taking);
  });
  const value = callable.call(values);
  const json = fromFeel(value);
  const step = { decision: knowledge.id, value: json, ...(taking.trace === 'full' ? { steps: taking.steps } : {}) };
  const trace = taking.trace === 'none' ? [] : [step];
  return resultOf(taking, value, { [knowledge.variable]: json }, trace, knowledge);
}

function resultOf(
  taking: Taking,
  value: FeelValue,
  outputs: DecisionResult['outputs'],
  trace: readonly DecisionTrace[],
  element: Decision | DecisionService | KnowledgeModel,
  applied?: AppliedTable,
): DecisionResult {
  collectWarnings(taking);
  let reason: Bilingual | undefined;
  return {
    outputs,
    value,
    rules: applied === undefined ? [] : applied.rules.map(({ id, index }) => ({ id, index })),
    get reason() {
      reason ??= 'logic' in element ? reasonOf(element, applied, value) : textReason(element.name, value);
      return reason;
    },
    trace,
    warnings: taking.warnings,
  };
}

function jsonOf(values: ReadonlyMap<string, FeelValue>): Readonly<Record<string, Json>> {
  const json: Record<string, Json> = {};
  for (const [name, value] of values) {
    // A key such as __proto__ is only a key.
    if (name in json) Object.defineProperty(json, name, { value: fromFeel(value), enumerable: true });
    else json[name] = fromFeel(value);
  }
  return json;
}

function outputsOf({ logic, variable }: Decision, value: FeelValue): Readonly<Record<string, Json>> {
  if (value instanceof Map) return jsonOf(value);
  if (value === null && logic.kind === 'decisionTable' && logic.outputs.length > 1) {
    return Object.fromEntries(logic.outputs.map((output) => [output.name, null]));
  }
  const single = logic.kind === 'decisionTable' && logic.outputs.length === 1 ? logic.outputs[0]?.name : undefined;
  return { [single ?? variable]: fromFeel(value) };
}
