import { parseExpression, parseUnaryTests, type Expression, type FeelType } from '@yiwang/feel';
import { faults } from '../faults.ts';
import type { SourceText } from './expressionText.ts';
import type { LogicReading } from './reading.ts';
import { weightOfNames } from './weightOf.ts';

/**
 * What all expressions of a model may cost together. Names are sorted once for all expressions that see the same ones, at
 * about two microseconds a name; every box of a context sees one more than the one before.
 */
export const readingBudget = 1_000_000;

/** @throws feel.* with the place in the file, judge.tooLarge */
export function readExpression(source: SourceText, reading: LogicReading): Expression {
  spendNames(reading, source);
  return parseExpression(source.text, { ...options(reading), variables: reading.variables, origin: source.origin });
}

/** Unary tests about a value of a type. @throws feel.*, judge.tooLarge */
export function readTests(source: SourceText, tested: FeelType, reading: LogicReading): Expression {
  spendNames(reading, source);
  const variables = testNames(reading, tested);
  return parseUnaryTests(source.text, { ...options(reading), variables, origin: source.origin });
}

function options({ types, refused, clock }: LogicReading) {
  return { types: types.names, mistakes: refused, clock };
}

const withTested = new WeakMap<object, Map<FeelType, LogicReading['variables']>>();

/** One object for the same names and type: the parser knows it again. */
function testNames({ variables, budget }: LogicReading, tested: FeelType): LogicReading['variables'] {
  let byType = withTested.get(variables);
  if (byType === undefined) {
    byType = new Map();
    withTested.set(variables, byType);
  }
  const known = byType.get(tested);
  if (known !== undefined) return known;
  const names = { ...variables, '?': tested };
  budget.left -= weightOfNames(names);
  byType.set(tested, names);
  return names;
}

const sorted = new WeakSet();

function spendNames({ budget, variables }: LogicReading, { origin }: SourceText): void {
  budget.left -= sorted.has(variables) ? 1 : weightOfNames(variables);
  sorted.add(variables);
  if (budget.left < 0) {
    throw faults.tooLarge({ file: origin.file, line: origin.line, limit: `${readingBudget} names in all boxes` });
  }
}
