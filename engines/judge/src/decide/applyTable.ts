import {
  binding,
  evaluateWithin,
  fromFeel,
  typeText,
  type Expression,
  type FeelValue,
  type Json,
  type Scope,
} from '@yiwang/feel';
import type { DecisionTable, Rule, TableOutput } from '../model.ts';
import { conform } from './conform.ts';
import { combine } from './hitPolicies.ts';
import { findRuleIndex } from './ruleIndex.ts';
import { collectWarnings, nullWith, type Taking } from './taking.ts';

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
  /** What each column saw. */
  readonly columns: readonly FeelValue[];
  /** Those that matched, in table order. */
  readonly rules: readonly Rule[];
  /** Where the run is traced. */
  readonly trace?: TableTrace;
}

/** One rule that matched, with its outputs. */
export interface Hit {
  readonly rule: Rule;
  readonly values: readonly FeelValue[];
}

/** Evaluates the columns, finds the rules whose every cell is true, and combines them by the hit policy. */
export function applyTable(table: DecisionTable, scope: Scope, taking: Taking): AppliedTable {
  const columns = table.inputs.map((input) => evaluateWithin(input.expression, scope, taking.feel));
  collectWarnings(taking);
  const scopes = columns.map((value) => binding(scope, '?', value));
  if (!columnsKnown(table, columns, scopes, taking)) return { value: null, columns, rules: [] };
  if (taking.trace === 'none') return untraced(table, scope, columns, scopes, taking);
  const matched: Rule[] = [];
  const failed: TableTrace['failed'][number][] = [];
  for (const rule of table.rules) {
    const column = firstFailure(rule, scopes, taking);
    if (column < 0) matched.push(rule);
    else failed.push({ id: rule.id, index: rule.index, column: column >> 1, unknown: (column & 1) === 1 });
    if (column < 0 && table.hitPolicy === 'FIRST') break;
  }
  const value = resultOf(table, matched, scope, taking);
  const inputs = table.inputs.map(({ label }, index) => ({ label, value: fromFeel(columns[index] ?? null) }));
  const trace = { inputs, matched: matched.map(({ id, index }) => ({ id, index })), failed };
  return { value, columns, rules: matched, trace };
}

/** The same without a word about the rules that failed: those that an index rules out are not looked at. */
function untraced(
  table: DecisionTable,
  scope: Scope,
  columns: readonly FeelValue[],
  scopes: readonly Scope[],
  taking: Taking,
): AppliedTable {
  const rules: Rule[] = [];
  const index = findRuleIndex(table);
  const candidates = index?.candidates(columns[index.column] ?? null);
  const count = candidates === undefined ? table.rules.length : candidates.length;
  for (let at = 0; at < count; at += 1) {
    const rule = table.rules[candidates === undefined ? at : (candidates[at] ?? 0)];
    if (rule === undefined || firstFailure(rule, scopes, taking) >= 0) continue;
    rules.push(rule);
    if (table.hitPolicy === 'FIRST') break;
  }
  return { value: resultOf(table, rules, scope, taking), columns, rules };
}

function resultOf(table: DecisionTable, matched: readonly Rule[], scope: Scope, taking: Taking): FeelValue {
  if (matched.length === 0) return noRule(table, scope, taking);
  const hits: Hit[] = matched.map((rule) => ({ rule, values: outputsOf(table, rule.results, scope, taking) }));
  collectWarnings(taking);
  return combine(table, hits, taking);
}

/** A value that a column does not know makes the whole table null (DMN 1.5, 8.3.3). */
function columnsKnown(
  table: DecisionTable,
  columns: readonly FeelValue[],
  scopes: readonly Scope[],
  taking: Taking,
): boolean {
  for (const [column, input] of table.inputs.entries()) {
    const inner = scopes[column];
    if (input.values === undefined || inner === undefined || columns[column] === null) continue;
    if (evaluateWithin(input.values, inner, taking.feel) === true) continue;
    nullWith(
      taking,
      'inputType',
      `“${input.label}”的值不在该列允许的范围内`,
      `the value of “${input.label}” is none that the column knows`,
      table.place,
    );
    return false;
  }
  return true;
}

/** -1 where every cell is true; else twice the column, and one more where the cell was null: data is missing or unlike. */
function firstFailure(rule: Rule, scopes: readonly Scope[], taking: Taking): number {
  const { conditions } = rule;
  const { feel } = taking;
  for (let column = 0; column < conditions.length; column += 1) {
    const condition = conditions[column];
    const scope = scopes[column];
    if (condition === undefined || scope === undefined) continue;
    if (condition.root.kind === 'unaryTests' && condition.root.any) continue;
    const value = evaluateWithin(condition, scope, feel);
    if (value !== true) {
      // That a cell is null is told by the trace; it is no reason to warn.
      feel.warnings.length = 0;
      return column * 2 + (value === null ? 1 : 0);
    }
  }
  return -1;
}

function outputsOf(
  table: DecisionTable,
  results: readonly (Expression | undefined)[],
  scope: Scope,
  taking: Taking,
): FeelValue[] {
  return table.outputs.map((output, index) => {
    const expression = results[index];
    if (expression === undefined) return null;
    const value = evaluateWithin(expression, scope, taking.feel);
    const fitting = conform(value, output);
    return fitting === undefined ? unfitOutput(output, table, taking) : fitting;
  });
}

function unfitOutput(output: TableOutput, table: DecisionTable, taking: Taking): null {
  const type = output.item?.name ?? typeText(output.type);
  const { name } = output;
  return nullWith(taking, 'resultType', `输出“${name}”不是 ${type}`, `the output “${name}” is no ${type}`, table.place);
}

/** The defaults of the outputs; null with a warning where there are none. */
function noRule(table: DecisionTable, scope: Scope, taking: Taking): FeelValue {
  const { outputs } = table;
  if (!outputs.some((output) => output.otherwise !== undefined)) {
    return nullWith(taking, 'noRule', '没有规则适用', 'no rule applies', table.place);
  }
  const defaults = outputs.map((output) => output.otherwise);
  const values = outputsOf(table, defaults, scope, taking);
  collectWarnings(taking);
  if (outputs.length === 1) return values[0] ?? null;
  return new Map(outputs.map(({ name }, index) => [name, values[index] ?? null]));
}
