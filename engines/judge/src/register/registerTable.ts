import { quoteName } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { Register, RegisterColumn } from './register.ts';

/** What every register's table has besides the columns of its model. `search_terms` holds the bigrams of the name. */
const ownColumns = new Set(['region', 'code', 'name', 'search_terms']);
const mostColumns = 500;
/** PostgreSQL cuts longer names off. */
const mostBytes = 63;

/** `"registers"."firms"` */
export function tableOf(register: Register): string {
  return quoteName('registers', register.code);
}

/** The type of a column's natural value. Sixteen digits hold every safe integer, so new bounds need no new type. */
export function sqlType(column: RegisterColumn): string {
  switch (column.type) {
    case 'number':
      return `numeric(16,${column.decimals})`;
    case 'boolean':
    case 'date':
      return column.type;
    case 'string':
      return 'text';
  }
}

/** A statement's list of the model's columns, each made by `each`, with a comma before each. */
export function listColumns(register: Register, each: (quoted: string, column: RegisterColumn) => string): string {
  return register.columns.map((column) => `, ${each(quoteName(column.name), column)}`).join('');
}

/** @throws judge.registerModel when the model can not become a table */
export function checkRegister(register: Register): void {
  const refuse = (what: string): never => {
    throw faults.registerModel({ register: register.code, what });
  };
  if (!/^[a-z][a-z0-9_-]{0,62}$/.test(register.code)) {
    refuse('its code is not made of small letters, digits, - and _, 63 at most');
  }
  if (register.columns.length > mostColumns) refuse(`it has more than ${mostColumns} columns`);
  const seen = new Set(ownColumns);
  for (const column of register.columns) {
    const { name } = column;
    if (seen.has(name)) refuse(`the column name ${name} is taken`);
    seen.add(name);
    if (name === '' || name.includes('\0') || Buffer.byteLength(name) > mostBytes) {
      refuse(`the column name ${name.slice(0, mostBytes)} is empty or longer than ${mostBytes} bytes`);
    }
    if (column.type !== 'number') continue;
    const { decimals, min, max } = column;
    if (!Number.isInteger(decimals) || decimals < 0 || decimals > 12) refuse(`${name} has no decimals from 0 to 12`);
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || min > max) {
      refuse(`the bounds of ${name} are no safe integers in order`);
    }
  }
}
