import type { ExplainedCondition, RuleExplanation } from '@yiwang/contract';
import { exactText, isExact, type FeelContext } from '@yiwang/feel';
import { decide, explain, type ConditionView, type Explanation } from '@yiwang/judge';
import type { BookModel, BookRule } from './ruleBook.ts';

/** Why a rule decides about somebody as it does, for a person, with the amount where there is one. */
export function explainEntity(rule: BookRule, shown: BookModel, input: FeelContext, asOf: string): RuleExplanation {
  const { own, register } = rule;
  const eligible = own.matching?.eligible ?? shown.model.decisions.at(-1)?.id ?? '';
  return explanationAnswer(rule, shown, explain(shown.model, eligible, input, { register }), input, asOf);
}

export function explanationAnswer(
  { own }: BookRule,
  { model, number }: BookModel,
  explanation: Explanation,
  input: FeelContext,
  asOf: string,
): RuleExplanation {
  const { state, why, conditions, nearest, missing, question } = explanation;
  const amountOf = own.matching?.amount;
  const value = state === 'qualified' && amountOf !== undefined ? decide(model, amountOf, input).value : null;
  return {
    rule: own.code,
    version: number,
    asOf,
    state,
    amount: isExact(value) ? exactText(value) : null,
    why,
    conditions: conditions.map(conditionAnswer),
    nearest: nearest.map(({ text, possible, changes }) => ({
      text,
      possible,
      changes: changes.map(({ column, from, to }) => ({ column, from, to })),
    })),
    missing: [...missing],
    question: question === null ? null : { column: question.column, label: question.label, text: question.text },
  };
}

function conditionAnswer({ parts, ...view }: ConditionView): ExplainedCondition {
  return parts === undefined ? view : { ...view, parts: parts.map(conditionAnswer) };
}
