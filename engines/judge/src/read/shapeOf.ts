import { typeText, type Expression, type FeelType } from '@yiwang/feel';
import type { BoxedFunction, DecisionTable, Logic, RefusedLogic } from '../model.ts';
import { weightOf } from './weightOf.ts';

/** Past it nothing is told of a value: a structure that holds another twice, which holds another twice, grows without end. */
const maxWeight = 10_000;

/** What is known of a value before it is had: what logic is declared to give, else what it is seen to give. */
export function shapeOf(logic: Logic): FeelType {
  if (logic.kind === 'refused') return 'any';
  if (logic.type !== 'any') return logic.type;
  const seen = seenShape(logic);
  return weightOf(seen) > maxWeight ? 'any' : seen;
}

function seenShape(logic: Exclude<Logic, RefusedLogic>): FeelType {
  switch (logic.kind) {
    case 'literalExpression':
      return expressionType(logic.expression);
    case 'decisionTable':
      return tableShape(logic);
    case 'context':
      if (logic.result !== undefined) return shapeOf(logic.result);
      return {
        context: Object.fromEntries(
          logic.entries.map(({ name, type, logic: inner }) => [name, type === 'any' ? shapeOf(inner) : type]),
        ),
      };
    case 'relation':
      return { list: { context: Object.fromEntries(logic.columns.map(({ name, type }) => [name, type])) } };
    case 'list':
      return { list: common(logic.items.map(shapeOf)) };
    case 'function':
      return functionShape(logic);
    case 'conditional':
      return common([shapeOf(logic.consequent), shapeOf(logic.alternative)]);
    case 'filter':
      return { list: itemType(shapeOf(logic.source)) };
    case 'for':
      return { list: shapeOf(logic.body) };
    case 'quantified':
      return 'boolean';
    case 'invocation': {
      const callee = shapeOf(logic.callee);
      return typeof callee === 'object' && 'function' in callee ? callee.function.result : 'any';
    }
  }
}

export function functionShape({ parameters, body, external }: BoxedFunction): FeelType {
  return {
    function: { parameters: parameters.map(({ type }) => type), result: external ? 'any' : shapeOf(body) },
  };
}

/** What an iteration over such a value meets. */
export function itemType(source: FeelType): FeelType {
  if (typeof source !== 'object') return 'any';
  if ('list' in source) return source.list;
  return 'range' in source ? source.range : 'any';
}

function expressionType({ types, root }: Expression): FeelType {
  const type = types.get(root) ?? 'any';
  return type === 'null' ? 'any' : type;
}

/** The type that all share; `any` where they differ. */
function common(types: readonly FeelType[]): FeelType {
  const [first = 'any', ...rest] = types;
  const text = typeText(first);
  return rest.every((type) => typeText(type) === text) ? first : 'any';
}

function tableShape({ outputs, rules, hitPolicy, aggregation }: DecisionTable): FeelType {
  const columns = outputs.map(({ name, type }, index) => {
    if (type !== 'any') return [name, type] as const;
    const results = rules.flatMap((rule) => rule.results[index] ?? []).map(expressionType);
    return [name, common(results)] as const;
  });
  if (aggregation === 'COUNT') return 'number';
  const single: FeelType = columns.length === 1 ? (columns[0]?.[1] ?? 'any') : { context: Object.fromEntries(columns) };
  const several = hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER' || hitPolicy === 'COLLECT';
  return several && aggregation === undefined ? { list: single } : single;
}
