import { placeOf, type Expression, type FeelNode, type Place } from '@yiwang/feel';
import type { DecisionModel, DecisionTable, Logic, Rule } from '../model.ts';

/** A condition inside an expression, by the place and the text under which a full trace tells its value. */
export interface ConditionPart {
  readonly text: string;
  readonly place: Place;
}

/** All rows of a model's tables, and all conditions of its expressions: what tests are to reach. */
export interface ModelParts {
  readonly rows: readonly Rule[];
  readonly conditions: readonly ConditionPart[];
}

const conditionKinds = new Set<FeelNode['kind']>(['comparison', 'between', 'in', 'junction', 'quantified']);

export function partsOf(model: DecisionModel): ModelParts {
  const rows: Rule[] = [];
  const conditions: ConditionPart[] = [];
  const visitExpression = (expression: Expression): void => {
    for (const node of nodesOf(expression.root)) {
      if (!conditionKinds.has(node.kind)) continue;
      conditions.push({ text: expression.text.slice(node.from, node.to), place: placeOf(expression, node) });
    }
  };
  const visitTable = (table: DecisionTable): void => {
    rows.push(...table.rules);
    for (const { expression } of table.inputs) visitExpression(expression);
    for (const { results } of table.rules) results.forEach(visitExpression);
  };
  const visit = (logic: Logic): void => {
    if (logic.kind === 'literalExpression') visitExpression(logic.expression);
    else if (logic.kind === 'decisionTable') visitTable(logic);
    else for (const inner of innerLogic(logic)) visit(inner);
  };
  for (const { logic } of [...model.decisions, ...model.knowledge]) visit(logic);
  return { rows, conditions };
}

/** The logic that boxed logic is made of. */
function innerLogic(logic: Exclude<Logic, { kind: 'decisionTable' | 'literalExpression' }>): readonly Logic[] {
  switch (logic.kind) {
    case 'context':
      return [...logic.entries.map((entry) => entry.logic), ...(logic.result === undefined ? [] : [logic.result])];
    case 'relation':
      return logic.rows.flat();
    case 'list':
      return logic.items;
    case 'invocation':
      return [
        logic.callee,
        ...logic.bindings.flatMap((binding) => (binding.logic === undefined ? [] : [binding.logic])),
      ];
    case 'function':
      return [logic.body];
    case 'conditional':
      return [logic.condition, logic.consequent, logic.alternative];
    case 'filter':
      return [logic.source, logic.match];
    case 'for':
      return [logic.source, logic.body];
    case 'quantified':
      return [logic.source, logic.condition];
    case 'refused':
      return [];
  }
}

/** A node and everything inside it. */
function nodesOf(part: unknown): FeelNode[] {
  if (Array.isArray(part)) return part.flatMap(nodesOf);
  if (typeof part !== 'object' || part === null) return [];
  if (Object.getPrototypeOf(part) !== Object.prototype) return [];
  const inside = Object.values(part).flatMap(nodesOf);
  return isNode(part) ? [part, ...inside] : inside;
}

function isNode(part: object): part is FeelNode {
  return 'kind' in part && 'from' in part && 'to' in part;
}
