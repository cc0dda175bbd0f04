import { enter, evaluateWithin, leave, typeText, type FeelValue, type Place, type Scope } from '@yiwang/feel';
import type { Logic, RefusedLogic } from '../model.ts';
import { applyTable } from './applyTable.ts';
import { evaluateConditional } from './boxed/conditional.ts';
import { evaluateContext } from './boxed/context.ts';
import { evaluateFilter } from './boxed/filter.ts';
import { functionValue } from './boxed/functionValue.ts';
import { evaluateInvocation } from './boxed/invocation.ts';
import { evaluateFor, evaluateQuantified } from './boxed/iteration.ts';
import { evaluateList } from './boxed/list.ts';
import { evaluateRelation } from './boxed/relation.ts';
import { conform } from './conform.ts';
import { collectWarnings, nullWith, type Taking } from './taking.ts';

/** A box takes more of the stack than a node: recursion through boxes ends after fewer levels. */
const box = { size: 1, depth: 3 };
const nowhere: Place = { file: 'DMN', line: 1, column: 1 };

/** The value of logic of any kind, as its own type takes it. @throws feel.tooMuchWork */
export function evaluateLogic(logic: Logic, scope: Scope, taking: Taking): FeelValue {
  if (logic.kind === 'refused') return refusedValue(logic, taking, nowhere);
  enter(taking.feel, box);
  const raw = rawValue(logic, scope, taking);
  leave(taking.feel, box);
  collectWarnings(taking);
  return fitted(raw, logic, taking);
}

/** A value as the logic's own type takes it, and a step of a full trace. */
export function fitted(raw: FeelValue, logic: Exclude<Logic, RefusedLogic>, taking: Taking): FeelValue {
  const value = conform(raw, logic);
  if (value === undefined) {
    const type = logic.item?.name ?? typeText(logic.type);
    return nullWith(taking, 'resultType', `结果不是 ${type}`, `the result is no ${type}`, logic.place);
  }
  if (taking.trace === 'full' && logic.kind !== 'literalExpression' && taking.stepsLeft > 0) {
    taking.stepsLeft -= 1;
    taking.steps.push({ kind: logic.kind, text: logic.id, place: logic.place, value });
  }
  return value;
}

function rawValue(logic: Exclude<Logic, RefusedLogic>, scope: Scope, taking: Taking): FeelValue {
  switch (logic.kind) {
    case 'literalExpression':
      return evaluateWithin(logic.expression, scope, taking.feel);
    case 'decisionTable':
      return applyTable(logic, scope, taking).value;
    case 'context':
      return evaluateContext(logic, scope, taking);
    case 'relation':
      return evaluateRelation(logic, scope, taking);
    case 'list':
      return evaluateList(logic, scope, taking);
    case 'invocation':
      return evaluateInvocation(logic, scope, taking);
    case 'function':
      return functionValue(logic, () => scope, taking, '');
    case 'conditional':
      return evaluateConditional(logic, scope, taking);
    case 'filter':
      return evaluateFilter(logic, scope, taking);
    case 'for':
      return evaluateFor(logic, scope, taking);
    case 'quantified':
      return evaluateQuantified(logic, scope, taking);
  }
}

export function refusedValue({ fault }: RefusedLogic, taking: Taking, place: Place): null {
  return nullWith(
    taking,
    'refused',
    `逻辑未能读取：${fault.code}`,
    `the logic was refused: ${fault.message}`,
    placeOfFault(fault.params) ?? place,
  );
}

/** A fault names its own place. */
function placeOfFault({ file, line, column }: Readonly<Record<string, unknown>>): Place | undefined {
  if (typeof file !== 'string' || typeof line !== 'number') return undefined;
  return { file, line, column: typeof column === 'number' ? column : 1 };
}
