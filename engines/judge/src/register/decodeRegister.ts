import { postgresFaults } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { Register, RegisterColumn } from './register.ts';
import { emptyRows, growRows, missingFlag, missingInt, type ColumnValues, type RegisterRows } from './registerRows.ts';

/** Takes the bytes of `copyStatement(register)` as they arrive, cut anywhere, and makes columns of them. */
export interface RegisterDecoder {
  /** @throws judge.registerValue for a value outside the model */
  push(bytes: Uint8Array): void;
  /** @throws postgres.copyCut when the end mark has not come */
  finish(): RegisterRows;
}

/** Signature, flags and the length of an extension of a binary COPY (PostgreSQL manual, COPY, File Formats). */
const headerBytes = 19;
/** The field count that ends a stream. */
const endMark = -1;
/** Days from 1970-01-01 to 2000-01-01, from which PostgreSQL counts. */
const epochDays = 10_957;
/** Years 0001 to 9999, in days since 1970-01-01; infinity is outside. */
const [firstDay, lastDay] = [-719_162, 2_932_896];
const tens = [1, 10, 100, 1000, 10_000];

/**
 * Decodes without an object for each row: 1,500,000 rows of 24 columns leave nothing for the garbage collector but columns.
 * @param expected rows; more are taken too
 */
export function decodeRegister(register: Register, expected: number): RegisterDecoder {
  const rows = emptyRows(register, Math.max(expected, 64));
  const { columns, keys, regions } = rows;
  let left: Uint8Array = new Uint8Array(0);
  let toSkip = headerBytes;
  let ended = false;
  const key = new Uint8Array(1024);

  /** Decodes the row at a place and gives where it ends; -1 while not all of it is there. */
  const row = (bytes: Uint8Array, start: number): number => {
    if (start + 2 > bytes.length) return -1;
    const fields = int16(bytes, start);
    if (fields === endMark) {
      ended = true;
      return start + 2;
    }
    const end = rowEnd(bytes, start + 2, fields);
    if (end < 0) return -1;
    if (fields !== columns.length + 2) throw postgresFaults.copyColumns({ wanted: columns.length + 2, got: fields });
    const { count } = rows;
    if (count === rows.live.length) growRows(rows, count * 2);
    let at = start + 2;
    const regionSize = int32(bytes, at);
    rows.live[count] = 1;
    rows.regionOf[count] = regions.place(bytes, at + 4, at + 4 + regionSize);
    key.set(bytes.subarray(at + 4, at + 4 + regionSize));
    at += 4 + regionSize;
    const codeSize = int32(bytes, at);
    key.set(bytes.subarray(at + 4, at + 4 + codeSize), regionSize);
    keys.place(key, 0, regionSize + codeSize);
    at += 4 + codeSize;
    for (let n = 0; n < columns.length; n++) {
      const size = int32(bytes, at);
      const column = columns[n];
      const model = register.columns[n];
      if (column === undefined || model === undefined) break;
      if (!put(column, model, count, bytes, at + 4, size)) refuse(model);
      at += size < 0 ? 4 : 4 + size;
    }
    rows.count += 1;
    return end;
  };

  const refuse = (column: RegisterColumn): never => {
    const text = keys.textAt(rows.count);
    const [region, code] = [text.slice(0, 6), text.slice(6)];
    throw faults.registerValue({ register: register.code, region, code, column: column.name });
  };

  return {
    push(bytes) {
      let all = bytes;
      if (left.length > 0) {
        all = new Uint8Array(left.length + bytes.length);
        all.set(left);
        all.set(bytes, left.length);
      }
      let at = Math.min(toSkip, all.length);
      toSkip -= at;
      while (!ended) {
        const next = row(all, at);
        if (next < 0) break;
        at = next;
      }
      left = all.slice(at); // a copy, for the caller's bytes may be used again
    },
    finish() {
      if (!ended) throw postgresFaults.copyCut();
      return rows;
    },
  };
}

function int16(bytes: Uint8Array, at: number): number {
  return (((bytes[at] ?? 0) << 24) >> 16) | (bytes[at + 1] ?? 0);
}

function int32(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

function rowEnd(bytes: Uint8Array, start: number, fields: number): number {
  let at = start;
  for (let n = 0; n < fields; n++) {
    if (at + 4 > bytes.length) return -1;
    const size = int32(bytes, at);
    at += size < 0 ? 4 : 4 + size;
  }
  return at <= bytes.length ? at : -1;
}

/** Puts one field into its column; false where the model does not allow the value. */
function put(
  column: ColumnValues,
  model: RegisterColumn,
  row: number,
  bytes: Uint8Array,
  at: number,
  size: number,
): boolean {
  switch (column.kind) {
    case 'int': {
      if (size < 0) {
        column.values[row] = missingInt;
        return true;
      }
      const value = model.type === 'number' ? numeric(bytes, at, model.decimals) : int32(bytes, at) + epochDays;
      column.values[row] = value;
      return model.type === 'number' ? value >= model.min && value <= model.max : value >= firstDay && value <= lastDay;
    }
    case 'double': {
      const value = size < 0 || model.type !== 'number' ? Number.NaN : numeric(bytes, at, model.decimals);
      column.values[row] = value;
      return size < 0 || (model.type === 'number' && value >= model.min && value <= model.max);
    }
    case 'flag':
      column.values[row] = size < 0 ? missingFlag : (bytes[at] ?? 0);
      return true;
    case 'text': {
      const known = column.texts.size;
      const ordinal = size < 0 ? missingInt : column.texts.place(bytes, at, at + size);
      column.values[row] = ordinal;
      return ordinal < known || isAllowed(model, column.texts.textAt(ordinal));
    }
  }
}

/** Asked once for each text of a dictionary, not for each row. */
function isAllowed(model: RegisterColumn, text: string): boolean {
  return model.type === 'string' && (model.values?.some(({ value }) => value === text) ?? true);
}

/**
 * PostgreSQL's numeric, digits of base 10,000, as an integer of 10^-decimals; NaN where it is none. Exact as long as the result
 * is a safe integer, for nothing larger is ever made on the way.
 */
function numeric(bytes: Uint8Array, at: number, decimals: number): number {
  const digits = int16(bytes, at);
  const weight = int16(bytes, at + 2);
  const sign = int16(bytes, at + 4) & 0xffff;
  if (sign !== 0 && sign !== 0x4000) return Number.NaN;
  const digitAt = (n: number): number => (n < 0 || n >= digits ? 0 : int16(bytes, at + 8 + n * 2));
  let value = 0;
  for (let n = 0; n <= weight; n++) value = value * 10_000 + digitAt(n);
  let rest = decimals;
  for (let n = weight + 1; rest > 0; n++, rest -= 4) {
    if (rest >= 4) value = value * 10_000 + digitAt(n);
    else value = value * (tens[rest] ?? 1) + Math.floor(digitAt(n) / (tens[4 - rest] ?? 1));
  }
  return sign === 0 || value === 0 ? value : -value;
}
