import type { Condition, Quantity, Truth } from '../formula/formula.ts';
import { missingFlag, missingInt, type ColumnValues, type RegisterRows } from '../register/registerRows.ts';
import { faults } from '../faults.ts';

/**
 * Formulas as functions of a row, without kernels: for one entity, and to hold the kernels against. A million rows take about half
 * a second a policy.
 */
export type RowCondition = (row: number) => Truth;
/** An integer of the quantity's 10^-decimals. */
export type RowQuantity = (row: number) => number | null;

export function rowCondition(condition: Condition, rows: RegisterRows): RowCondition {
  switch (condition.kind) {
    case 'truth':
      return () => condition.value;
    case 'among':
      return among(condition, rows);
    case 'within':
      return within(condition, rows);
    case 'flag': {
      const column = columnOf(rows, condition.column);
      return (row) => {
        const value = column.values[row];
        return value === missingFlag ? condition.whenNull : value === 1;
      };
    }
    case 'compare':
      return compare(condition, rows);
    case 'not': {
      const operand = rowCondition(condition.operand, rows);
      return (row) => {
        const value = operand(row);
        return value === null ? null : !value;
      };
    }
    case 'all':
      return joined(condition.operands, rows, false);
    case 'any':
      return joined(condition.operands, rows, true);
    case 'isTrue': {
      const operand = rowCondition(condition.operand, rows);
      return (row) => operand(row) === true;
    }
    case 'isNull': {
      const operand = rowQuantity(condition.operand, rows);
      return (row) => operand(row) === null;
    }
    case 'if': {
      const when = rowCondition(condition.condition, rows);
      const then = rowCondition(condition.consequent, rows);
      const otherwise = rowCondition(condition.alternative, rows);
      return (row) => (when(row) === true ? then(row) : otherwise(row));
    }
  }
}

function columnOf(rows: RegisterRows, name: string): ColumnValues {
  const place = rows.register.columns.findIndex((column) => column.name === name);
  const column = rows.columns[place];
  if (column === undefined)
    throw faults.registerModel({ register: rows.register.code, what: `it has no column ${name}` });
  return column;
}

function among(condition: Condition & { kind: 'among' }, rows: RegisterRows): RowCondition {
  const wanted = new Set(condition.values);
  if (condition.column === 'region') return (row) => wanted.has(rows.regions.textAt(rows.regionOf[row] ?? 0));
  const column = columnOf(rows, condition.column);
  if (column.kind !== 'text') return () => condition.whenNull;
  const known: boolean[] = []; // by ordinal, so that each text is looked at once
  return (row) => {
    const value = column.values[row] ?? missingInt;
    return value === missingInt ? condition.whenNull : (known[value] ??= wanted.has(column.texts.textAt(value)));
  };
}

function within(condition: Condition & { kind: 'within' }, rows: RegisterRows): RowCondition {
  const quantity = columnQuantity(rows, condition.column);
  const bounds = condition.intervals.map(({ low = -Infinity, high = Infinity }) => ({ low, high }));
  return (row) => {
    const value = quantity(row);
    return value === null ? condition.whenNull : bounds.some(({ low, high }) => value >= low && value <= high);
  };
}

function columnQuantity(rows: RegisterRows, name: string): RowQuantity {
  const column = columnOf(rows, name);
  // what stands for nothing in a column of i32 is a number like any other in one of doubles
  const missing = column.kind === 'double' ? Number.NaN : missingInt;
  return (row) => {
    const value = column.values[row];
    return value === undefined || value === missing || Number.isNaN(value) ? null : value;
  };
}

function joined(operands: readonly Condition[], rows: RegisterRows, decisive: boolean): RowCondition {
  const parts = operands.map((operand) => rowCondition(operand, rows));
  return (row) => {
    let result: Truth = !decisive;
    for (const part of parts) {
      const value = part(row);
      if (value === decisive) return decisive;
      if (value === null) result = null;
    }
    return result;
  };
}

function compare(condition: Condition & { kind: 'compare' }, rows: RegisterRows): RowCondition {
  const left = rowQuantity(condition.left, rows);
  const right = rowQuantity(condition.right, rows);
  const { operator } = condition;
  return (row) => {
    const [a, b] = [left(row), right(row)];
    if (operator === '=') return a === b;
    if (operator === '!=') return a !== b;
    if (a === null || b === null) return null;
    if (operator === '<') return a < b;
    if (operator === '<=') return a <= b;
    return operator === '>' ? a > b : a >= b;
  };
}

export function rowQuantity(quantity: Quantity, rows: RegisterRows): RowQuantity {
  switch (quantity.kind) {
    case 'constant':
      return () => quantity.value;
    case 'column':
      return columnQuantity(rows, quantity.column);
    case 'rescale': {
      const operand = rowQuantity(quantity.operand, rows);
      const factor = 10 ** (quantity.decimals - quantity.operand.decimals);
      return (row) => {
        const value = operand(row);
        return value === null ? null : value * factor;
      };
    }
    case 'round': {
      const operand = rowQuantity(quantity.operand, rows);
      const divisor = 10n ** BigInt(quantity.operand.decimals - quantity.decimals);
      return (row) => {
        const value = operand(row);
        return value === null ? null : halfEven(BigInt(value), divisor);
      };
    }
    case 'choose': {
      const when = rowCondition(quantity.condition, rows);
      const then = rowQuantity(quantity.consequent, rows);
      const otherwise = rowQuantity(quantity.alternative, rows);
      return (row) => (when(row) === true ? then(row) : otherwise(row));
    }
    case 'add':
    case 'subtract':
    case 'min':
    case 'max':
    case 'multiply':
    case 'quotient': {
      const left = rowQuantity(quantity.left, rows);
      const right = rowQuantity(quantity.right, rows);
      const operate = operation(quantity);
      return (row) => {
        const [a, b] = [left(row), right(row)];
        return a === null || b === null ? null : operate(a, b);
      };
    }
  }
}

type Binary = Extract<Quantity, { left: Quantity }>;

function operation(quantity: Binary): (a: number, b: number) => number | null {
  switch (quantity.kind) {
    case 'add':
      return (a, b) => a + b;
    case 'subtract':
      return (a, b) => a - b;
    case 'min':
      return Math.min;
    case 'max':
      return Math.max;
    case 'multiply':
      return (a, b) => a * b;
    case 'quotient': {
      const shift = quantity.decimals + quantity.right.decimals - quantity.left.decimals;
      const [up, down] = [10n ** BigInt(Math.max(shift, 0)), 10n ** BigInt(Math.max(-shift, 0))];
      return (a, b) => (b === 0 ? null : halfEven(BigInt(a) * up, BigInt(b) * down));
    }
  }
}

/** The quotient, half to the even neighbour. */
function halfEven(dividend: bigint, divisor: bigint): number {
  const [a, b] = divisor < 0n ? [-dividend, -divisor] : [dividend, divisor];
  let whole = a / b;
  const rest = (a < 0n ? -(a % b) : a % b) * 2n;
  if (rest > b || (rest === b && whole % 2n !== 0n)) whole += a < 0n ? -1n : 1n;
  return Number(whole);
}
