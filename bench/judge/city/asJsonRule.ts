import { columnsOf } from './asText.ts';
import type { CityPolicy, Part, Test } from './cityPolicies.ts';

/** A policy as json-rules-engine takes it; ratios stand in the row as facts of their own, for it can not compute. */
export function jsonRule({ code, parts }: CityPolicy): object {
  return { name: code, conditions: { all: parts.map(partRule) }, event: { type: code } };
}

export const ratioFact = (column: string, other: string): string => `${column}_${other}`;

function partRule(part: Part): object {
  if ('any' in part) return { any: part.any.map(testRule) };
  if (!part.negated) return testRule(part.test);
  const known = columnsOf(part.test).map((fact) => ({ fact, operator: 'notEqual', value: null }));
  return { all: [...known, { not: testRule(part.test) }] };
}

const operators = { '>=': 'greaterThanInclusive', '<': 'lessThan', '<=': 'lessThanInclusive' } as const;

function testRule(test: Test): object {
  switch (test.kind) {
    case 'in':
      return { fact: test.column, operator: 'in', value: test.values };
    case 'flag':
      return { fact: test.column, operator: 'equal', value: test.value };
    case 'compare':
      return { fact: test.column, operator: operators[test.operator], value: test.value };
    case 'between':
      return {
        all: [
          { fact: test.column, operator: 'greaterThanInclusive', value: test.low },
          { fact: test.column, operator: 'lessThanInclusive', value: test.high },
        ],
      };
    case 'ratio':
      return {
        fact: ratioFact(test.column, test.other),
        operator: 'greaterThanInclusive',
        value: test.permille / 1000,
      };
  }
}
