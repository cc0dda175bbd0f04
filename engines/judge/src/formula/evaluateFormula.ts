import type { Choice, Condition, Formula, Interval, Quantity, Truth } from './formula.ts';
import { roundedQuotient } from './roundedQuotient.ts';

/** One row of a register: numbers scaled by their column's decimals, dates as days since 1970-01-01; null or absent where nothing is known. */
export type FormulaRow = Readonly<Record<string, number | boolean | string | null | undefined>>;

/** What a formula means, row by row: what the kernels and SQL are held to. */
export function evaluateFormula(formula: Formula, row: FormulaRow): number | boolean | string | null {
  switch (formula.kind) {
    case 'truth':
    case 'among':
    case 'within':
    case 'flag':
    case 'compare':
    case 'not':
    case 'all':
    case 'any':
    case 'isTrue':
    case 'isNull':
    case 'if':
      return evaluateCondition(formula, row);
    case 'text':
    case 'textColumn':
    case 'chooseText':
      return evaluateChoice(formula, row);
    case 'constant':
    case 'column':
    case 'rescale':
    case 'add':
    case 'subtract':
    case 'min':
    case 'max':
    case 'multiply':
    case 'quotient':
    case 'round':
    case 'choose':
      return evaluateQuantity(formula, row);
  }
}

export function evaluateCondition(condition: Condition, row: FormulaRow): Truth {
  switch (condition.kind) {
    case 'truth':
      return condition.value;
    case 'among': {
      const text = row[condition.column] ?? null;
      return text === null ? condition.whenNull : condition.values.some((value) => value === text);
    }
    case 'within': {
      const value = row[condition.column] ?? null;
      return value === null ? condition.whenNull : condition.intervals.some((one) => holds(one, Number(value)));
    }
    case 'flag': {
      const value = row[condition.column] ?? null;
      return value === null ? condition.whenNull : value === true;
    }
    case 'compare':
      return compare(condition, row);
    case 'not': {
      const value = evaluateCondition(condition.operand, row);
      return value === null ? null : !value;
    }
    case 'all':
      return junction(condition.operands, row, false);
    case 'any':
      return junction(condition.operands, row, true);
    case 'isTrue':
      return evaluateCondition(condition.operand, row) === true;
    case 'isNull':
      return evaluateQuantity(condition.operand, row) === null;
    case 'if':
      return evaluateCondition(
        evaluateCondition(condition.condition, row) === true ? condition.consequent : condition.alternative,
        row,
      );
  }
}

const holds = ({ low = -Infinity, high = Infinity }: Interval, value: number): boolean => low <= value && value <= high;

function junction(operands: readonly Condition[], row: FormulaRow, deciding: boolean): Truth {
  let value: Truth = !deciding;
  for (const operand of operands) {
    const one = evaluateCondition(operand, row);
    if (one === deciding) return deciding;
    if (one === null) value = null;
  }
  return value;
}

function compare({ operator, left, right }: Condition & { readonly kind: 'compare' }, row: FormulaRow): Truth {
  const [a, b] = [evaluateQuantity(left, row), evaluateQuantity(right, row)];
  if (operator === '=') return a === b;
  if (operator === '!=') return a !== b;
  if (a === null || b === null) return null;
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** An integer of the quantity's own 10^-decimals, or null. */
export function evaluateQuantity(quantity: Quantity, row: FormulaRow): number | null {
  switch (quantity.kind) {
    case 'constant':
      return quantity.value;
    case 'column': {
      const value = row[quantity.column] ?? null;
      return value === null ? null : Number(value);
    }
    case 'rescale': {
      const value = evaluateQuantity(quantity.operand, row);
      return value === null ? null : value * 10 ** (quantity.decimals - quantity.operand.decimals);
    }
    case 'round': {
      const value = evaluateQuantity(quantity.operand, row);
      return value === null ? null : roundedQuotient(value, 10 ** (quantity.operand.decimals - quantity.decimals));
    }
    case 'choose':
      return evaluateQuantity(
        evaluateCondition(quantity.condition, row) === true ? quantity.consequent : quantity.alternative,
        row,
      );
    case 'quotient': {
      const [a, b] = [evaluateQuantity(quantity.left, row), evaluateQuantity(quantity.right, row)];
      if (a === null || b === null || b === 0) return null;
      const shift = quantity.decimals + quantity.right.decimals - quantity.left.decimals;
      return shift >= 0 ? roundedQuotient(a * 10 ** shift, b) : roundedQuotient(a, b * 10 ** -shift);
    }
    case 'add':
      return both(quantity, row, (a, b) => a + b);
    case 'subtract':
      return both(quantity, row, (a, b) => a - b);
    case 'multiply':
      return both(quantity, row, (a, b) => a * b);
    case 'min':
      return both(quantity, row, Math.min);
    case 'max':
      return both(quantity, row, Math.max);
  }
}

function both(
  { left, right }: { readonly left: Quantity; readonly right: Quantity },
  row: FormulaRow,
  join: (a: number, b: number) => number,
): number | null {
  const a = evaluateQuantity(left, row);
  const b = a === null ? null : evaluateQuantity(right, row);
  return a === null || b === null ? null : join(a, b);
}

export function evaluateChoice(choice: Choice, row: FormulaRow): string | null {
  switch (choice.kind) {
    case 'text':
      return choice.value;
    case 'textColumn': {
      const value = row[choice.column] ?? null;
      return value === null ? null : String(value);
    }
    case 'chooseText':
      return evaluateChoice(
        evaluateCondition(choice.condition, row) === true ? choice.consequent : choice.alternative,
        row,
      );
  }
}
