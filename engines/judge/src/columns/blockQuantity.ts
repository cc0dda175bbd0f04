import type { Quantity } from '../formula/formula.ts';
import { missingInt } from '../register/registerRows.ts';
import { blockRows } from './layout.ts';
import { viewOf, type ColumnStore } from './store.ts';

/** The values of a quantity for the rows of one block; NaN where it is null. The array is used again for the next block. */
export type BlockQuantity = (block: number) => Float64Array;

/** Whole blocks at a time, one operation after the other. Undefined for what is rounded or chosen row by row. */
export function findBlockQuantity(store: ColumnStore, quantity: Quantity): BlockQuantity | undefined {
  const out = new Float64Array(blockRows);
  switch (quantity.kind) {
    case 'constant': {
      out.fill(quantity.value ?? Number.NaN);
      return () => out;
    }
    case 'column':
      return columnBlocks(store, quantity.column, out);
    case 'rescale': {
      const operand = findBlockQuantity(store, quantity.operand);
      const factor = 10 ** (quantity.decimals - quantity.operand.decimals);
      if (operand === undefined) return undefined;
      return (block) => {
        const values = operand(block);
        for (let row = 0; row < blockRows; row += 1) out[row] = (values[row] ?? 0) * factor;
        return out;
      };
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'min':
    case 'max':
      return joinedBlocks(store, quantity, out);
    case 'quotient':
    case 'round':
    case 'choose':
      return undefined;
  }
}

function columnBlocks(store: ColumnStore, name: string, out: Float64Array): BlockQuantity | undefined {
  const column = store.columns[store.rows.register.columns.findIndex((one) => one.name === name)];
  if (column?.kind !== 'int' && column?.kind !== 'double') return undefined;
  const values = viewOf(store.arena, column, store.rowAt.length);
  if (values instanceof Float64Array) {
    return (block) => values.subarray(block * blockRows, (block + 1) * blockRows);
  }
  return (block) => {
    const from = block * blockRows;
    for (let row = 0; row < blockRows; row += 1) {
      const value = values[from + row] ?? missingInt;
      out[row] = value === missingInt ? Number.NaN : value;
    }
    return out;
  };
}

type Joined = Extract<Quantity, { kind: 'add' | 'subtract' | 'multiply' | 'min' | 'max' }>;

/** A loop for each operation: a function called for each row would take three times as long. */
function joinedBlocks(store: ColumnStore, { kind, left, right }: Joined, out: Float64Array): BlockQuantity | undefined {
  const [a, b] = [findBlockQuantity(store, left), findBlockQuantity(store, right)];
  if (a === undefined || b === undefined) return undefined;
  return (block) => {
    const [x, y] = [a(block), b(block)];
    switch (kind) {
      case 'add':
        for (let row = 0; row < blockRows; row += 1) out[row] = (x[row] ?? 0) + (y[row] ?? 0);
        break;
      case 'subtract':
        for (let row = 0; row < blockRows; row += 1) out[row] = (x[row] ?? 0) - (y[row] ?? 0);
        break;
      case 'multiply':
        for (let row = 0; row < blockRows; row += 1) out[row] = (x[row] ?? 0) * (y[row] ?? 0);
        break;
      case 'min':
        for (let row = 0; row < blockRows; row += 1) out[row] = Math.min(x[row] ?? 0, y[row] ?? 0);
        break;
      case 'max':
        for (let row = 0; row < blockRows; row += 1) out[row] = Math.max(x[row] ?? 0, y[row] ?? 0);
        break;
    }
    return out;
  };
}
