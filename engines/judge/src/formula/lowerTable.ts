import { equalValues, evaluate, type Expression, type FeelValue } from '@yiwang/feel';
import type { DecisionTable, Rule } from '../model.ts';
import { all, any, isTrue, not, truth } from './conditions.ts';
import { disjoint } from './disjoint.ts';
import type { Condition, Quantity } from './formula.ts';
import { conditionOf, quantityOf, refusal, safe, spendStep, type Lowering, type Source } from './lowering.ts';
import { compareTerms } from './lowerComparison.ts';
import { chooseTerm, lowerNode } from './lowerNode.ts';
import { choose, constant, join } from './quantities.ts';
import { nothing, type Term, type Terms } from './term.ts';

/** One rule: the rows it applies to, and what it gives. */
interface Arm {
  readonly rule: Rule;
  readonly condition: Condition;
  readonly result: Term;
}

/** A decision table as conditions and choices. Policies that give lists are refused. @throws judge.notColumnar */
export function lowerTable(lowering: Lowering, table: DecisionTable, terms: Terms): Term {
  const sourceOf = (expression: Expression): Source => ({ expression, lowering });
  const lower = (expression: Expression, inner: Terms = terms): Term =>
    lowerNode(sourceOf(expression), expression.root, inner);
  const columns = table.inputs.map(({ expression }) => lower(expression));
  const arms = table.rules.map((rule): Arm => {
    spendStep(lowering, rule.place);
    const cells = rule.conditions.map((cell, column) => {
      const inner = new Map(terms).set('?', columns[column] ?? nothing);
      return isTrue(conditionOf(sourceOf(cell), cell.root, lower(cell, inner)));
    });
    const results = rule.results.map((result) => lower(result));
    return { rule, condition: all(cells), result: ofOutputs(table, results) };
  });
  const otherwise = otherwiseOf(table, lower);
  const result = combine(lowering, table, arms, otherwise);
  const known = table.inputs.map(({ values }, column) => {
    if (values === undefined) return truth(true);
    const inner = new Map(terms).set('?', columns[column] ?? nothing);
    return isTrue(conditionOf(sourceOf(values), values.root, lower(values, inner)));
  });
  return chooseWithin(lowering, table, all(known), result, nothing);
}

function ofOutputs(table: DecisionTable, results: readonly Term[]): Term {
  if (table.outputs.length === 1) return results[0] ?? nothing;
  return {
    sort: 'context',
    entries: new Map(table.outputs.map(({ name }, index) => [name, results[index] ?? nothing])),
  };
}

function otherwiseOf(table: DecisionTable, lower: (expression: Expression) => Term): Term {
  if (table.outputs.every(({ otherwise }) => otherwise === undefined)) return nothing;
  const results = table.outputs.map(({ otherwise }) => (otherwise === undefined ? nothing : lower(otherwise)));
  return ofOutputs(table, results);
}

function combine(lowering: Lowering, table: DecisionTable, arms: readonly Arm[], otherwise: Term): Term {
  switch (table.hitPolicy) {
    case 'FIRST':
      return firstOf(lowering, table, arms, otherwise);
    case 'PRIORITY':
      return firstOf(lowering, table, byPriority(table, arms), otherwise);
    case 'UNIQUE':
      return oneOf(lowering, table, arms, otherwise, () => truth(false));
    case 'ANY':
      return oneOf(lowering, table, arms, otherwise, (a, b) => sameResult(lowering, a, b));
    case 'COLLECT':
      return aggregate(lowering, table, arms, otherwise);
    case 'RULE ORDER':
    case 'OUTPUT ORDER':
      throw refusal(
        table.place,
        `命中策略 ${table.hitPolicy} 给出列表`,
        `the hit policy ${table.hitPolicy} gives a list`,
        '请改用 FIRST、PRIORITY，或带汇总的 COLLECT。',
        'Use FIRST, PRIORITY, or COLLECT with an aggregation.',
      );
  }
}

function firstOf(lowering: Lowering, table: DecisionTable, arms: readonly Arm[], otherwise: Term): Term {
  return arms.reduceRight(
    (rest, { rule, condition, result }) => chooseWithin(lowering, table, condition, result, rest, rule),
    otherwise,
  );
}

/** A rule counts where no other applies that it may not share a row with; where several do, the table is null. */
function oneOf(
  lowering: Lowering,
  table: DecisionTable,
  arms: readonly Arm[],
  otherwise: Term,
  mayShare: (a: Arm, b: Arm) => Condition,
): Term {
  const alone = arms.map((arm, index) => {
    const rivals = arms.filter((other, at) => at !== index && !disjoint(arm.condition, other.condition));
    return {
      ...arm,
      condition: all([arm.condition, ...rivals.map((other) => any([not(other.condition), mayShare(arm, other)]))]),
    };
  });
  const none = not(any(arms.map(({ condition }) => condition)));
  const ifNone = chooseWithin(lowering, table, none, otherwise, nothing);
  const overlap = arms.some((arm, index) =>
    arms.slice(index + 1).some((other) => !disjoint(arm.condition, other.condition)),
  );
  return firstOf(lowering, table, alone, overlap ? ifNone : otherwise);
}

function sameResult(lowering: Lowering, a: Arm, b: Arm): Condition {
  const [first, second] = [termsOf(a.result), termsOf(b.result)];
  const [expression] = a.rule.results;
  if (expression === undefined) return truth(true);
  const source = { expression, lowering };
  return all(
    first.map((term, index) => {
      const other = second[index] ?? nothing;
      if (term.sort === 'constant' && other.sort === 'constant') {
        return truth(equalValues(term.value, other.value) === true);
      }
      return isTrue(compareTerms(source, expression.root, '=', term, other));
    }),
  );
}

const termsOf = (term: Term): readonly Term[] => (term.sort === 'context' ? [...term.entries.values()] : [term]);

/** By the place of each output among its allowed values, as the scalar evaluator has it; results must be constants. */
function byPriority(table: DecisionTable, arms: readonly Arm[]): readonly Arm[] {
  const order = table.outputs.map(({ values }) => values.map((value) => evaluate(value, new Map()).value));
  const ranks = new Map(
    arms.map((arm) => [
      arm,
      termsOf(arm.result).map((term, column) => {
        if (term.sort !== 'constant') {
          throw refusal(
            arm.rule.place,
            '按优先级时结果应是常数',
            'with the hit policy PRIORITY the results must be constants',
          );
        }
        return rankOf(order[column] ?? [], term.value);
      }),
    ]),
  );
  return arms.toSorted((a, b) => {
    const [left, right] = [ranks.get(a) ?? [], ranks.get(b) ?? []];
    const column = left.findIndex((rank, at) => rank !== right[at]);
    return column === -1 ? a.rule.index - b.rule.index : (left[column] ?? 0) - (right[column] ?? 0);
  });
}

function rankOf(order: readonly FeelValue[], value: FeelValue): number {
  const at = order.findIndex((allowed) => equalValues(allowed, value) === true);
  return at === -1 ? Number.MAX_SAFE_INTEGER : at;
}

/** COLLECT with an aggregation: each rule adds what it gives where it applies; a null that applies makes all of it null. */
function aggregate(lowering: Lowering, table: DecisionTable, arms: readonly Arm[], otherwise: Term): Term {
  const { aggregation } = table;
  if (aggregation === undefined || table.outputs.length > 1) {
    throw refusal(
      table.place,
      'COLLECT 没有汇总方式',
      'COLLECT has no aggregation',
      '请选择 SUM、MIN、MAX 或 COUNT。',
      'Choose SUM, MIN, MAX or COUNT.',
    );
  }
  const [expression] = arms[0]?.rule.results ?? [];
  if (expression === undefined) return otherwise;
  const source: Source = { expression, lowering };
  const quantities = arms.map(({ result }) =>
    aggregation === 'COUNT' ? constant(1, 0) : quantityOf(source, expression.root, result),
  );
  const neutral = neutralOf(aggregation, quantities);
  const kind = { SUM: 'add', COUNT: 'add', MIN: 'min', MAX: 'max' } as const;
  const parts = arms.map(({ condition }, index) =>
    safe(source, expression.root, choose(condition, quantities[index] ?? neutral, neutral)),
  );
  const total = parts.reduce((sum, part) => safe(source, expression.root, join(kind[aggregation], sum, part)));
  const some = any(arms.map(({ condition }) => condition));
  return chooseWithin(lowering, table, some, { sort: 'number', quantity: total }, otherwise);
}

/** What changes no aggregate of values within the bounds of these; nothing is asked of it where no rule applies. */
function neutralOf(aggregation: NonNullable<DecisionTable['aggregation']>, quantities: readonly Quantity[]): Quantity {
  if (aggregation === 'SUM' || aggregation === 'COUNT') return constant(0, 0);
  const decimals = Math.max(...quantities.map((quantity) => quantity.decimals));
  const ends = quantities.map(
    (quantity) => (aggregation === 'MIN' ? quantity.max : quantity.min) * 10 ** (decimals - quantity.decimals),
  );
  return constant(aggregation === 'MIN' ? Math.max(...ends) : Math.min(...ends), decimals);
}

function chooseWithin(
  lowering: Lowering,
  table: DecisionTable,
  condition: Condition,
  consequent: Term,
  alternative: Term,
  rule?: Rule,
): Term {
  if (condition.kind === 'truth') return condition.value === true ? consequent : alternative;
  const expression = rule?.results[0] ?? table.rules[0]?.results[0];
  if (expression === undefined) return nothing;
  return chooseTerm({ expression, lowering }, expression.root, condition, consequent, alternative);
}
