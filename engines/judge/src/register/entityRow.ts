import type { Bilingual } from '@yiwang/messages';
import { isProblem, readCell, type Cell } from './cell.ts';
import type { Register } from './register.ts';

/** An entity as it comes from a file or a feed; what `values` lacks is not known. */
export interface EntityRow {
  /** Where it stood in its source, from 1; its ordinal unless told. */
  readonly line?: number;
  readonly region: string;
  readonly code: string;
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Why a row, or a command, can not be taken. */
export interface RowProblem {
  readonly line: number;
  readonly column: string;
  /** As it stood there, cut to 60 characters. */
  readonly value: string;
  readonly why: Bilingual;
}

const shapes = {
  region: {
    good: (value: string) => /^\d{6}$/.test(value),
    why: { zh: '不是六位行政区划代码', en: 'it is no district code of six digits' },
  },
  code: {
    good: (value: string) => /^[^\p{C}\p{Z}]{1,60}$/u.test(value),
    why: { zh: '不是 1 至 60 个不含空格的字符', en: 'it is not of 1 to 60 characters without spaces' },
  },
  name: {
    good: (value: string) => /^[^\p{C}]{1,200}$/u.test(value) && value.trim() !== '',
    why: { zh: '不是 1 至 200 个字符', en: 'it is not of 1 to 200 characters' },
  },
};

function report(problems: RowProblem[], line: number, column: string, value: unknown, why: Bilingual): void {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  problems.push({ line, column, value: (text ?? '').slice(0, 60), why });
}

/** Checks what an entity is known by. */
export function checkKey(row: Pick<EntityRow, 'region' | 'code'> & { name?: string }, line: number): RowProblem[] {
  const problems: RowProblem[] = [];
  for (const part of ['region', 'code', 'name'] as const) {
    const value: unknown = row[part];
    if (part === 'name' && value === undefined) continue;
    const { good, why } = shapes[part];
    if (typeof value !== 'string' || !good(value)) report(problems, line, part, value, why);
  }
  return problems;
}

/** Cells in the order of the register's columns, or what is wrong with the row: all of it. */
export function readCells(register: Register, row: EntityRow, line: number): Cell[] | RowProblem[] {
  const cells: Cell[] = [];
  const problems: RowProblem[] = [];
  let given = 0;
  for (const column of register.columns) {
    const value = row.values[column.name];
    if (value !== undefined) given += 1;
    const cell = readCell(column, value);
    if (isProblem(cell)) report(problems, line, column.name, value, cell.why);
    else cells.push(cell);
  }
  // The count tells without a look-up for each name, which a million good rows would pay for.
  if (given !== Object.keys(row.values).length) problems.push(...unknownColumns(register, row.values, line));
  return problems.length > 0 ? problems : cells;
}

/** Values under names that the register does not have. */
export function unknownColumns(register: Register, values: EntityRow['values'], line: number): RowProblem[] {
  const known = new Set(register.columns.map(({ name }) => name));
  const problems: RowProblem[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || known.has(name)) continue;
    report(problems, line, name.slice(0, 60), value, { zh: '名录没有这一列', en: 'the register has no such column' });
  }
  return problems;
}

export function isRefused(cells: Cell[] | RowProblem[]): cells is RowProblem[] {
  const [first] = cells;
  return typeof first === 'object' && first !== null;
}
