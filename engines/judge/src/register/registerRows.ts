import type { Cell } from './cell.ts';
import type { Register, RegisterColumn } from './register.ts';
import { createTextIndex, type TextIndex } from './textIndex.ts';

/** The rows of a register as columns. Row n is the entity of ordinal n in `keys`. */
export interface RegisterRows {
  readonly register: Register;
  count: number;
  /** Of each row: its district and its code, joined; a district has six digits always. */
  readonly keys: TextIndex;
  /** The ordinal of each row's district in `regions`. */
  regionOf: Uint16Array;
  /** 1 where the entity is in the register; one that was removed keeps its row, for it may come back. */
  live: Uint8Array;
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

/** A register without rows, with room for some. */
export function emptyRows(register: Register, room: number): RegisterRows {
  return {
    register,
    count: 0,
    keys: createTextIndex(room),
    regionOf: new Uint16Array(room),
    live: new Uint8Array(room),
    regions: createTextIndex(64),
    columns: register.columns.map((column) => emptyColumn(column, room)),
  };
}

/** Room for more rows in every column. */
export function growRows(rows: Pick<RegisterRows, 'regionOf' | 'live' | 'columns'>, room: number): void {
  const regionOf = new Uint16Array(room);
  regionOf.set(rows.regionOf);
  rows.regionOf = regionOf;
  const live = new Uint8Array(room);
  live.set(rows.live);
  rows.live = live;
  for (const column of rows.columns) growColumn(column, room);
}

/** Puts an entity's cells into its row, a new one where it has none, or (undefined) takes it out; gives the row, or -1. */
export function putRow(rows: RegisterRows, region: string, code: string, cells: readonly Cell[] | undefined): number {
  const known = rows.keys.find(region + code);
  if (cells === undefined) {
    if (known >= 0) rows.live[known] = 0;
    return known;
  }
  const row = known >= 0 ? known : rows.count;
  if (row === rows.regionOf.length) growRows(rows, Math.ceil(row * 1.25) + 64);
  if (known < 0) {
    rows.keys.placeText(region + code);
    rows.regionOf[row] = rows.regions.placeText(region);
    rows.count += 1;
  }
  rows.live[row] = 1;
  rows.columns.forEach((column, n) => putCell(column, row, cells[n] ?? null));
  return row;
}

function putCell(column: ColumnValues, row: number, cell: Cell): void {
  switch (column.kind) {
    case 'int':
      column.values[row] = typeof cell === 'number' ? cell : missingInt;
      return;
    case 'double':
      column.values[row] = typeof cell === 'number' ? cell : Number.NaN;
      return;
    case 'flag':
      column.values[row] = typeof cell === 'boolean' ? Number(cell) : missingFlag;
      return;
    case 'text':
      column.values[row] = typeof cell === 'string' ? column.texts.placeText(cell) : missingInt;
  }
}

/** Bytes that the rows take in memory. */
export function bytesOfRows({ keys, regionOf, live, columns }: RegisterRows): number {
  let bytes = keys.bytes + regionOf.byteLength + live.byteLength;
  for (const column of columns) bytes += column.values.byteLength + (column.kind === 'text' ? column.texts.bytes : 0);
  return bytes;
}

function growColumn(column: ColumnValues, rows: number): void {
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
