import { faults } from '../faults.ts';

/** `'it''s'`: means the same whatever standard_conforming_strings says. @throws judge.notSql for a text PostgreSQL can't hold */
export function textLiteral(value: string): string {
  if (!canHold(value))
    throw faults.notSql({
      whatZh: '文本含有数据库不能存放的字符',
      what: 'a text has a character that no database holds',
    });
  const quoted = `'${value.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
  return value.includes('\\') ? `E${quoted}` : quoted;
}

/** Whether a text column can have this value at all. */
export function canHold(value: string): boolean {
  return !value.includes('\0') && value.isWellFormed();
}

/** `12.05::numeric` for 1205 with two decimals. */
export function numberLiteral(value: number, decimals: number): string {
  const text = decimalText(value, decimals);
  return value < 0 ? `(${text})::numeric` : `${text}::numeric`;
}

/** 10^-decimals, or a multiple of it, as digits. */
export function decimalText(value: number, decimals: number): string {
  const digits = BigInt(Math.abs(value))
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = value < 0 ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/** The first and the last day of PostgreSQL's `date`, in days since 1970-01-01. */
export const firstDay = -2_440_588;
export const lastDay = 2_145_042_905;

/** A day between these two, which the planner works out once. */
export function dayLiteral(day: number): string {
  return `(DATE '1970-01-01' + (${day}))`;
}
