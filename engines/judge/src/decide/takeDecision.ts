import { enter, fromFeel, leave, typeText, type FeelValue } from '@yiwang/feel';
import type { Decision, DecisionModel } from '../model.ts';
import type { FoundElement } from '../read/findElement.ts';
import type { AppliedTable } from './applyTable.ts';
import { applyTable } from './applyTable.ts';
import { knowledgeFunction, serviceFunction } from './callable.ts';
import { conform } from './conform.ts';
import { evaluateLogic, fitted } from './evaluateLogic.ts';
import { requirementScope } from './requirementScope.ts';
import { collectWarnings, nullWith, type Frame } from './taking.ts';
import type { DecisionTrace, TraceStep } from './trace.ts';

export interface Taken {
  readonly value: FeelValue;
  /** Where the decision is a table. */
  readonly applied?: AppliedTable;
}

/** Takes the decisions it requires, unless they are taken or given, and then itself. @throws feel.tooMuchWork */
export function takeDecision(decision: Decision, model: DecisionModel, frame: Frame, trace: DecisionTrace[]): Taken {
  const { taking } = frame;
  enter(taking.feel);
  const scope = requirementScope(decision, model, (found) => valueOf(found, frame, trace));
  const outerSteps = taking.steps;
  const steps: TraceStep[] = [];
  taking.steps = steps;
  const { logic } = decision;
  const applied = logic.kind === 'decisionTable' ? applyTable(logic, scope, taking) : undefined;
  const raw =
    applied === undefined || logic.kind !== 'decisionTable'
      ? evaluateLogic(logic, scope, taking)
      : fitted(applied.value, logic, taking);
  collectWarnings(taking);
  taking.steps = outerSteps;
  const value = resultOf(raw, decision, frame);
  leave(taking.feel);
  frame.taken.set(decision, value);
  if (taking.trace !== 'none') {
    trace.push({
      decision: decision.id,
      value: fromFeel(value),
      ...(applied?.trace === undefined ? {} : { table: applied.trace }),
      ...(taking.trace === 'full' ? { steps } : {}),
    });
  }
  return applied === undefined ? { value } : { value, applied };
}

/** A value of another type than the decision's own is null (DMN 1.5, 7.3.2). */
function resultOf(value: FeelValue, decision: Decision, { taking }: Frame): FeelValue {
  const fitting = conform(value, decision);
  if (fitting !== undefined) return fitting;
  const { name, place } = decision;
  const type = decision.item?.name ?? typeText(decision.type);
  return nullWith(taking, 'resultType', `“${name}”的结果不是 ${type}`, `the result of “${name}” is no ${type}`, place);
}

/** What logic sees of an element that it requires. */
export function valueOf(found: FoundElement, frame: Frame, trace: DecisionTrace[]): FeelValue {
  switch (found.kind) {
    case 'input':
      return frame.given(found.element) ?? null;
    case 'decision': {
      const given = frame.given(found.element);
      const known = given === undefined ? frame.taken.get(found.element) : given;
      return known === undefined ? takeDecision(found.element, found.model, frame, trace).value : known;
    }
    case 'knowledge':
      return knowledgeFunction(found.element, found.model, frame.taking);
    case 'service':
      return serviceFunction(found.element, found.model, frame.taking, trace);
  }
}
