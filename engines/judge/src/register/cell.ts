import type { Bilingual } from '@yiwang/messages';
import type { RegisterColumn } from './register.ts';

/**
 * One value of one column as formulas and kernels see it: a number as an integer of the column's 10^-decimals, a date as days
 * since 1970-01-01; null where it is not known.
 */
export type Cell = number | boolean | string | null;

/** A value as it is told outside: exact decimal text, boolean, `2031-01-01`, text. */
export type NaturalValue = string | boolean | null;

export interface CellProblem {
  readonly why: Bilingual;
}

const mostText = 500;
const dayMs = 86_400_000;

const problem = (zh: string, en: string): CellProblem => ({ why: { zh, en } });

export function isProblem(cell: Cell | CellProblem): cell is CellProblem {
  return typeof cell === 'object' && cell !== null;
}

/**
 * Reads a value that comes from outside: a number, or its decimal text; true, false, 是, 否; `2031-01-01`; a text. Nothing and
 * the empty text are null. Never throws, for one bad cell must not end a file of a million rows.
 */
export function readCell(column: RegisterColumn, value: unknown): Cell | CellProblem {
  if (value === null || value === undefined || value === '') return null;
  switch (column.type) {
    case 'number':
      return readNumber(column, value);
    case 'boolean':
      if (value === true || value === 'true' || value === '是') return true;
      if (value === false || value === 'false' || value === '否') return false;
      return problem('不是“是”或“否”', 'it is neither true nor false');
    case 'date':
      return readDay(value) ?? problem('不是 2031-01-01 这样的日期', 'it is no day such as 2031-01-01');
    case 'string':
      return readText(column, value);
  }
}

function readNumber(column: RegisterColumn & { type: 'number' }, value: unknown): Cell | CellProblem {
  const scaled = scaledInteger(value, column.decimals);
  if (scaled === undefined) {
    return problem(`不是至多 ${column.decimals} 位小数的数`, `it is no number of ${column.decimals} decimals at most`);
  }
  if (scaled < column.min || scaled > column.max) {
    const [low, high] = [decimalText(column.min, column.decimals), decimalText(column.max, column.decimals)];
    return problem(`不在 ${low} 至 ${high} 之间`, `it is not within ${low} and ${high}`);
  }
  return scaled;
}

function readText(column: RegisterColumn & { type: 'string' }, value: unknown): Cell | CellProblem {
  if (typeof value !== 'string') return problem('不是文字', 'it is no text');
  if (value.length > mostText || value.includes('\0') || !value.isWellFormed()) {
    return problem(`超过 ${mostText} 字或含有不能保存的字符`, `it is longer than ${mostText} or can not be kept`);
  }
  if (column.values === undefined || column.values.some((allowed) => allowed.value === value)) return value;
  return problem('不在允许的取值之内', 'it is none of the allowed values');
}

/** The integer of 10^-decimals that a number or a decimal text is, exactly; undefined where it is none, or no safe integer. */
export function scaledInteger(value: unknown, decimals: number): number | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > 40) return undefined;
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole = '', fraction = ''] = parts;
  if (/[1-9]/.test(fraction.slice(decimals))) return undefined;
  const scaled = Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  if (!Number.isSafeInteger(scaled)) return undefined;
  return sign === '-' && scaled !== 0 ? -scaled : scaled;
}

/** The exact decimal text of a scaled integer, without zeros at its end: 150 of two decimals is `1.5`. */
export function decimalText(scaled: number, decimals: number): string {
  if (decimals === 0) return String(scaled);
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Days since 1970-01-01 of `2031-01-01`, years 0001 to 9999. */
export function readDay(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value.startsWith('0000')) return undefined;
  const days = Date.parse(`${value}T00:00:00Z`) / dayMs;
  return Number.isInteger(days) && dayText(days) === value ? days : undefined;
}

/** `2031-01-01` of days since 1970-01-01. */
export function dayText(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

/** A cell as it is told outside. */
export function naturalValue(column: RegisterColumn, cell: Cell): NaturalValue {
  if (typeof cell !== 'number') return cell;
  return column.type === 'number' ? decimalText(cell, column.decimals) : dayText(cell);
}
