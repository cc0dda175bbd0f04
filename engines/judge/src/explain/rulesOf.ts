import { evaluate, type Expression, type FeelNode, type FeelValue } from '@yiwang/feel';
import type { DecisionTable } from '../model.ts';
import type { Condition, RulesCondition, Site } from './condition.ts';
import { cellLeaf, ofNode, type Interner } from './conditionOf.ts';
import { findMeaning } from './givens.ts';
import { isConstant } from './wantedParts.ts';

/** The table that a node asks for its result, or for one of its outputs. */
export function tableOf(
  node: FeelNode,
  site: Site,
): { readonly table: DecisionTable; readonly site: Site; readonly label: string } | undefined {
  const source = node.kind === 'path' ? node.source : node;
  if (source.kind !== 'name') return undefined;
  const meaning = findMeaning(source.name, site);
  if (meaning?.kind === 'entry' && meaning.logic.kind === 'decisionTable') {
    return { table: meaning.logic, site: meaning.site.outer, label: source.name };
  }
  if (meaning?.kind !== 'decision') return undefined;
  const { element: decision, model } = meaning;
  const { logic, name } = decision;
  return logic.kind === 'decisionTable' ? { table: logic, site: { model, decision }, label: name } : undefined;
}

/**
 * A table of one hit as conditions: its rules in order, each with what has to match and whether its result is as wanted.
 * Undefined for tables that collect, and for results that are not known beforehand where another value than a truth is asked.
 */
export function rulesOf(asked: {
  readonly table: DecisionTable;
  readonly site: Site;
  /** `sizeClass = "small"`; undefined where the result itself is the truth. */
  readonly wanted: { readonly test: Expression; readonly subject: FeelNode } | undefined;
  readonly label: string;
  readonly interner: Interner;
  readonly depth: number;
}): RulesCondition | undefined {
  const { table, site, wanted, label, interner, depth } = asked;
  const { hitPolicy } = table;
  if (hitPolicy !== 'UNIQUE' && hitPolicy !== 'FIRST' && hitPolicy !== 'ANY') return undefined;
  const output = outputIndex(table, wanted?.subject);
  if (output < 0) return undefined;
  const resultOf = (expression: Expression | undefined, element: string): Condition | undefined => {
    if (wanted !== undefined) return wantedResult(expression, wanted);
    if (expression === undefined) return { kind: 'constant', value: null };
    return ofNode(expression, expression.root, site, element, interner, depth + 1);
  };
  const rules: RulesCondition['rules'][number][] = [];
  for (const { id, index, place, annotation, conditions, results } of table.rules) {
    const result = resultOf(results[output], id);
    if (result === undefined) return undefined;
    const parts = conditions.flatMap((cell, column) => {
      const input = table.inputs[column];
      if (input === undefined || (cell.root.kind === 'unaryTests' && cell.root.any)) return [];
      return [cellLeaf(cell, input.expression, site, id, input.label, interner)];
    });
    rules.push({ match: { kind: 'all', parts, place, element: id }, result, index, element: id, annotation });
  }
  const otherwise = resultOf(table.outputs[output]?.otherwise, table.id);
  if (otherwise === undefined) return undefined;
  return { kind: 'rules', label, hitPolicy, rules, otherwise, place: table.place, element: table.id };
}

function outputIndex(table: DecisionTable, subject: FeelNode | undefined): number {
  if (subject?.kind === 'path') return table.outputs.findIndex(({ name }) => name === subject.name);
  return table.outputs.length === 1 ? 0 : -1;
}

type Wanted = { readonly test: Expression; readonly subject: FeelNode };

function wantedResult(result: Expression | undefined, { test, subject }: Wanted): Condition | undefined {
  if (test.root.kind !== 'comparison' || test.root.left !== subject || !isConstant(test.root.right)) return undefined;
  if (result !== undefined && !isConstant(result.root)) return undefined;
  const value: FeelValue = result === undefined ? null : evaluate(result, new Map()).value;
  const asking = { ...test.root, left: { kind: 'literal', value, from: subject.from, to: subject.to } } as const;
  const truth = evaluate({ ...test, root: asking }, new Map()).value;
  return { kind: 'constant', value: typeof truth === 'boolean' ? truth : null };
}
