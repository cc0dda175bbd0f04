import { evaluate, fromFeel, type FeelContext, type FeelValue, type Json } from '@yiwang/feel';
import type { DecisionTable, Rule } from '../model.ts';
import { combine } from './hitPolicies.ts';
import { valueWarning, warning, type DecisionWarning } from './warning.ts';

export interface TableTrace {
  /** What each column saw. */
  readonly inputs: readonly { readonly label: string; readonly value: Json }[];
  /** In table order. */
  readonly matched: readonly { readonly id: string; readonly index: number }[];
  /** For each rule that did not match, the first column that failed. */
  readonly failed: readonly {
    readonly id: string;
    readonly index: number;
    readonly column: number;
    readonly unknown: boolean;
  }[];
}

export interface AppliedTable {
  readonly value: FeelValue;
  /** Those that matched, in table order. */
  readonly rules: readonly Rule[];
  readonly trace: TableTrace;
}

/** One rule that matched, with its outputs. */
export interface Hit {
  readonly rule: Rule;
  readonly values: readonly FeelValue[];
}

/** Evaluates the columns, finds the rules whose every cell is true, and combines them by the hit policy. */
export function applyTable(table: DecisionTable, scope: FeelContext, warnings: DecisionWarning[]): AppliedTable {
  const columns = table.inputs.map((input) => valueOf(input.expression, scope, warnings));
  const matched: Rule[] = [];
  const failed: TableTrace['failed'][number][] = [];
  for (const rule of table.rules) {
    const failure = firstFailure(rule, columns, scope);
    if (failure === undefined) matched.push(rule);
    else failed.push({ id: rule.id, index: rule.index, ...failure });
    if (failure === undefined && table.hitPolicy === 'FIRST') break;
  }
  const hits: Hit[] = matched.map((rule) => ({
    rule,
    values: rule.results.map((expression) => valueOf(expression, scope, warnings)),
  }));
  const inputs = table.inputs.map(({ label }, index) => ({ label, value: fromFeel(columns[index] ?? null) }));
  const value = hits.length === 0 ? noRule(table, scope, warnings) : combine(table, hits, warnings);
  return { value, rules: matched, trace: { inputs, matched: matched.map(({ id, index }) => ({ id, index })), failed } };
}

function valueOf(expression: Rule['results'][number], scope: FeelContext, warnings: DecisionWarning[]): FeelValue {
  const evaluated = evaluate(expression, scope);
  warnings.push(...evaluated.warnings.map(valueWarning));
  return evaluated.value;
}

/** Undefined where every cell is true. `unknown`: the cell was null, so data is missing or unlike. */
function firstFailure(
  rule: Rule,
  columns: readonly FeelValue[],
  scope: FeelContext,
): { column: number; unknown: boolean } | undefined {
  for (const [column, condition] of rule.conditions.entries()) {
    const { value } = evaluate(condition, scope, { tested: columns[column] ?? null });
    if (value !== true) return { column, unknown: value === null };
  }
  return undefined;
}

/** The defaults of the outputs; null with a warning where there are none, an empty list where many were asked for. */
function noRule(table: DecisionTable, scope: FeelContext, warnings: DecisionWarning[]): FeelValue {
  const { outputs } = table;
  if (outputs.some((output) => output.otherwise !== undefined)) {
    const values = outputs.map(
      ({ name, otherwise }) => [name, otherwise === undefined ? null : valueOf(otherwise, scope, warnings)] as const,
    );
    return outputs.length === 1 ? (values[0]?.[1] ?? null) : new Map(values);
  }
  warnings.push(warning('noRule', '没有规则适用', 'no rule applies', table.place));
  return null;
}
