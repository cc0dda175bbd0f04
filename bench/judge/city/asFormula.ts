import type { Condition, Matchable, Quantity } from '@yiwang/judge';
import type { AmountRule, CityPolicy, Part, Test } from './cityPolicies.ts';
import { cityRegister } from './cityRegister.ts';

/** A policy as our own engine takes it. */
export function asFormula({ parts, amount }: CityPolicy): Matchable {
  return { eligible: { kind: 'all', operands: parts.map(partOf) }, amount: amountOf(amount) };
}

function partOf(part: Part): Condition {
  if ('any' in part) return { kind: 'any', operands: part.any.map(testOf) };
  return part.negated ? { kind: 'not', operand: testOf(part.test) } : testOf(part.test);
}

const within = (column: string, low?: number, high?: number): Condition => ({
  kind: 'within',
  column,
  intervals: [{ ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }],
  whenNull: null,
});

function testOf(test: Test): Condition {
  switch (test.kind) {
    case 'in':
      return { kind: 'among', column: test.column, values: test.values, whenNull: null };
    case 'flag': {
      const flag: Condition = { kind: 'flag', column: test.column, whenNull: null };
      return test.value ? flag : { kind: 'not', operand: flag };
    }
    case 'compare':
      if (test.operator === '>=') return within(test.column, test.value);
      return within(test.column, undefined, test.operator === '<' ? test.value - 1 : test.value);
    case 'between':
      return within(test.column, test.low, test.high);
    case 'ratio':
      return {
        kind: 'compare',
        operator: '>=',
        left: times(columnOf(test.column), 1000),
        right: times(columnOf(test.other), test.permille),
      };
  }
}

function columnOf(name: string): Quantity {
  const column = cityRegister.columns.find((one) => one.name === name);
  const max = column?.type === 'number' ? column.max : 0;
  return { kind: 'column', column: name, decimals: 0, min: 0, max };
}

const constant = (value: number, decimals = 0): Quantity => ({
  kind: 'constant',
  value,
  decimals,
  min: value,
  max: value,
});

function times(quantity: Quantity, by: number): Quantity {
  const { decimals, min, max } = quantity;
  return { kind: 'multiply', left: quantity, right: constant(by), decimals, min: min * by, max: max * by };
}

function amountOf(rule: AmountRule): Quantity {
  switch (rule.kind) {
    case 'fixed':
      return constant(rule.value);
    case 'share':
      return capped(columnOf(rule.column), rule);
    case 'growth': {
      const [left, right] = [columnOf('revenue'), columnOf('revenueBefore')];
      return capped({ kind: 'subtract', left, right, decimals: 0, min: -right.max, max: left.max }, rule);
    }
    case 'tier': {
      const [first = 0, ...more] = rule.values;
      return more.reduce<Quantity>(
        (below, value, index) => ({
          kind: 'choose',
          condition: within(rule.column, rule.from[index]),
          consequent: constant(value),
          alternative: below,
          decimals: 0,
          min: 0,
          max: 10_000_000,
        }),
        constant(first),
      );
    }
  }
}

/** min(base × points / 10,000, cap) */
function capped(base: Quantity, { points, cap }: { readonly points: number; readonly cap: number }): Quantity {
  const share: Quantity = {
    kind: 'multiply',
    left: base,
    right: constant(points, 4),
    decimals: 4,
    min: base.min * points,
    max: base.max * points,
  };
  return { kind: 'min', left: share, right: constant(cap * 10_000, 4), decimals: 4, min: share.min, max: cap * 10_000 };
}
