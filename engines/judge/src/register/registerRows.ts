import { createTextIndex, type TextIndex } from './textIndex.ts';
import type { Register, RegisterColumn } from './register.ts';

/** The rows of a register as columns. Row n is the entity of ordinal n in `keys`. */
export interface RegisterRows {
  readonly register: Register;
  readonly count: number;
  /** Of each row: its district and its code, joined; a district has six digits always. */
  readonly keys: TextIndex;
  /** The ordinal of each row's district in `regions`. */
  readonly regionOf: Uint16Array;
  readonly regions: TextIndex;
  /** In the order of the register's columns. */
  readonly columns: readonly ColumnValues[];
}

/** The values of one column; `missing` stands where a value is not known. */
export type ColumnValues =
  /** Scaled integers, or days since 1970-01-01. */
  | { readonly kind: 'int'; values: Int32Array }
  /** Scaled integers of columns whose bounds need more than 32 bits; NaN where not known. */
  | { readonly kind: 'double'; values: Float64Array }
  /** 1, 0, 255. */
  | { readonly kind: 'flag'; values: Uint8Array }
  /** Ordinals in the dictionary. */
  | { readonly kind: 'text'; values: Int32Array; readonly texts: TextIndex };

/** What stands in a column of kind `int` or `text` where the value is not known. */
export const missingInt = -2_147_483_648;
export const missingFlag = 255;

const most32 = 2_147_483_647;

export function emptyColumn(column: RegisterColumn, rows: number): ColumnValues {
  switch (column.type) {
    case 'number': {
      const small = column.min >= -most32 && column.max <= most32;
      return small ? { kind: 'int', values: new Int32Array(rows) } : { kind: 'double', values: new Float64Array(rows) };
    }
    case 'date':
      return { kind: 'int', values: new Int32Array(rows) };
    case 'boolean':
      return { kind: 'flag', values: new Uint8Array(rows) };
    case 'string':
      return { kind: 'text', values: new Int32Array(rows), texts: createTextIndex() };
  }
}

/** The same column with room for more rows. */
export function growColumn(column: ColumnValues, rows: number): void {
  switch (column.kind) {
    case 'int':
    case 'text': {
      const values = new Int32Array(rows);
      values.set(column.values);
      column.values = values;
      return;
    }
    case 'double': {
      const values = new Float64Array(rows);
      values.set(column.values);
      column.values = values;
      return;
    }
    case 'flag': {
      const values = new Uint8Array(rows);
      values.set(column.values);
      column.values = values;
    }
  }
}
