import type { CityPolicy, Part, Test } from './cityPolicies.ts';

/** A policy's condition as an expression of FEEL, for feelin. Null in a set is false there, and its opposite true: so it is asked for. */
export const feelText = ({ parts }: CityPolicy): string => joined(parts, feelTest, 'and', 'or', 'not');

function feelTest(test: Test): string {
  switch (test.kind) {
    case 'in':
      return `(${test.column} in [${test.values.map((value) => `"${value}"`).join(', ')}])`;
    case 'flag':
      return `(${test.column} = ${test.value})`;
    case 'compare':
      return `(${test.column} ${test.operator} ${test.value})`;
    case 'between':
      return `(${test.column} in [${test.low}..${test.high}])`;
    case 'ratio':
      return `(${test.column} * 1000 >= ${test.other} * ${test.permille})`;
  }
}

/** As an expression of zen-engine. */
export const zenText = ({ parts }: CityPolicy): string => joined(parts, zenTest, 'and', 'or', 'not');

function zenTest(test: Test): string {
  switch (test.kind) {
    case 'in':
      return `(${test.column} in [${test.values.map((value) => `"${value}"`).join(', ')}])`;
    case 'flag':
      return `(${test.column} == ${test.value})`;
    case 'compare':
      return `(${test.column} != null and ${test.column} ${test.operator} ${test.value})`;
    case 'between':
      return `(${test.column} != null and ${test.column} in [${test.low}..${test.high}])`;
    case 'ratio':
      return `(${test.column} != null and ${test.other} != null and ${test.column} * 1000 >= ${test.other} * ${test.permille})`;
  }
}

function joined(parts: readonly Part[], text: (test: Test) => string, and: string, or: string, not: string): string {
  const one = (part: Part): string => {
    if ('any' in part) return `(${part.any.map(text).join(` ${or} `)})`;
    if (!part.negated) return text(part.test);
    const known = columnsOf(part.test).map((column) => `${column} != null`);
    return `(${[...known, `${not}(${text(part.test)})`].join(` ${and} `)})`;
  };
  return parts.map(one).join(` ${and} `);
}

export function columnsOf(test: Test): readonly string[] {
  return test.kind === 'ratio' ? [test.column, test.other] : [test.column];
}
