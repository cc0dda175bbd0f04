import {
  evaluate,
  findNearest,
  fromFeel,
  hasType,
  toFeel,
  typeText,
  type FeelContext,
  type FeelType,
  type FeelValue,
  type Json,
} from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import { faults } from '../faults.ts';
import type { Decision, DecisionModel } from '../model.ts';
import { applyTable, type AppliedTable, type TableTrace } from './applyTable.ts';
import { reasonOf } from './reason.ts';
import { valueWarning, warning, type DecisionWarning } from './warning.ts';

/** What one decision of the graph saw and gave. */
export interface DecisionTrace {
  readonly decision: string;
  readonly value: Json;
  /** Absent for a literal expression. */
  readonly table?: TableTrace;
}

export interface DecisionResult {
  /** By output name; a decision with a single value gives it under its own variable's name. */
  readonly outputs: Readonly<Record<string, Json>>;
  /** The exact value, for other rules. */
  readonly value: FeelValue;
  /** The rules that matched, in table order; empty for a literal expression. */
  readonly rules: readonly { readonly id: string; readonly index: number }[];
  readonly reason: Bilingual;
  /** Required decisions first. */
  readonly trace: readonly DecisionTrace[];
  readonly warnings: readonly DecisionWarning[];
}

/** JSON-like values by name, or FEEL values in a Map. */
export type DecisionInput = Readonly<Record<string, unknown>> | FeelContext;

/**
 * Takes one decision, found by id or name, and the decisions it requires. Pure; what is missing in the input is null.
 * @throws judge.unknownDecision, feel.notAValue for an input no rule can use, feel.tooMuchWork.
 */
export function decide(model: DecisionModel, decisionId: string, input: DecisionInput): DecisionResult {
  const wanted = getDecision(model, decisionId);
  const needed = neededFor(model, wanted);
  const warnings: DecisionWarning[] = [];
  const given = input instanceof Map ? input : undefined;
  const scope = new Map<string, FeelValue>();
  for (const { name, type, id } of model.inputs) {
    const raw = given === undefined ? toFeel(ownValue(input, name), name) : (given.get(name) ?? null);
    const value = conform(raw, type);
    if (raw !== null && value === null && needed.some((decision) => decision.requiredInputs.includes(id))) {
      warnings.push(
        warning(
          'inputType',
          `输入“${name}”不是 ${typeText(type)}，按空处理`,
          `the input “${name}” is no ${typeText(type)} and is taken as null`,
          { file: model.file, line: 1, column: 1 },
        ),
      );
    }
    scope.set(name, value);
  }
  const trace: DecisionTrace[] = [];
  let last: Taken = { value: null };
  for (const decision of needed) {
    last = takeOne(decision, scope, warnings);
    scope.set(decision.variable, last.value);
    trace.push({
      decision: decision.id,
      value: fromFeel(last.value),
      ...(last.applied === undefined ? {} : { table: last.applied.trace }),
    });
  }
  const rules = last.applied?.trace.matched ?? [];
  const outputs = outputsOf(wanted, last.value);
  return { outputs, value: last.value, rules, reason: reasonOf(wanted, last.applied, last.value), trace, warnings };
}

function ownValue(input: DecisionInput, name: string): unknown {
  return Object.hasOwn(input, name) ? Reflect.get(input, name) : null;
}

function getDecision(model: DecisionModel, id: string): Decision {
  const found =
    model.decisions.find((decision) => decision.id === id) ?? model.decisions.find((decision) => decision.name === id);
  if (found !== undefined) return found;
  const near = findNearest(
    id,
    model.decisions.map((decision) => decision.id),
  );
  throw faults.unknownDecision({
    file: model.file,
    id,
    suggestionZh: near === undefined ? '' : `是否应为“${near}”？`,
    suggestionEn: near === undefined ? '' : `Did you mean “${near}”?`,
  });
}

/** The decision and all it requires, in the model's order, in which the wanted one is last. */
function neededFor(model: DecisionModel, wanted: Decision): Decision[] {
  const ids = new Set([wanted.id]);
  for (const decision of model.decisions.toReversed()) {
    if (ids.has(decision.id)) for (const id of decision.requiredDecisions) ids.add(id);
  }
  return model.decisions.filter((decision) => ids.has(decision.id));
}

interface Taken {
  readonly value: FeelValue;
  readonly applied?: AppliedTable;
}

function takeOne(decision: Decision, scope: FeelContext, warnings: DecisionWarning[]): Taken {
  const { logic, place } = decision;
  switch (logic.kind) {
    case 'refused':
      warnings.push(
        warning(
          'refused',
          `决策逻辑未能读取：${logic.fault.code}`,
          `the logic was refused: ${logic.fault.message}`,
          place,
        ),
      );
      return { value: null };
    case 'literalExpression': {
      const { value, warnings: found } = evaluate(logic.expression, scope);
      warnings.push(...found.map(valueWarning));
      return { value: result(value, decision, warnings) };
    }
    case 'decisionTable': {
      const applied = applyTable(logic, scope, warnings);
      return { value: result(applied.value, decision, warnings), applied };
    }
    case 'context':
    case 'relation':
    case 'list':
    case 'invocation':
    case 'function':
    case 'conditional':
    case 'filter':
    case 'for':
    case 'quantified':
      throw faults.unsupported({ file: place.file, line: place.line, id: decision.id, what: logic.kind });
  }
}

/** A value of another type than the decision's own is null (DMN 1.5, 7.3.2), unless it is a list of that one value or the other way round. */
function result(value: FeelValue, { type, name, place }: Decision, warnings: DecisionWarning[]): FeelValue {
  const fitting = conform(value, type);
  if (value !== null && fitting === null) {
    warnings.push(
      warning(
        'resultType',
        `“${name}”的结果不是 ${typeText(type)}`,
        `the result of “${name}” is no ${typeText(type)}`,
        place,
      ),
    );
  }
  return fitting;
}

function conform(value: FeelValue, type: FeelType): FeelValue {
  if (value === null || type === 'any' || type === 'null' || hasType(value, type)) return value;
  if (typeof type === 'object' && 'list' in type) return hasType(value, type.list) ? [value] : null;
  if (Array.isArray(value) && value.length === 1) {
    const only: FeelValue = value[0] ?? null;
    return only !== null && hasType(only, type) ? only : null;
  }
  return null;
}

function outputsOf(decision: Decision, value: FeelValue): Readonly<Record<string, Json>> {
  const json = fromFeel(value);
  if (value instanceof Map && typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return Object.fromEntries(Object.entries(json));
  }
  const { logic } = decision;
  if (value === null && logic.kind === 'decisionTable' && logic.outputs.length > 1) {
    return Object.fromEntries(logic.outputs.map((output) => [output.name, null]));
  }
  const single = logic.kind === 'decisionTable' && logic.outputs.length === 1 ? logic.outputs[0]?.name : undefined;
  return { [single ?? decision.variable]: json };
}
