import type { CopyColumn } from '@yiwang/postgres';
import type { RegisterColumn } from './register.ts';

/** A column's type in the table that an import is staged in: scaled integers and days, for a binary COPY converts nothing. */
export function stagingType(column: RegisterColumn): CopyColumn['type'] {
  switch (column.type) {
    case 'number':
      return 'int8';
    case 'boolean':
      return 'bool';
    case 'date':
      return 'int4';
    case 'string':
      return 'text';
  }
}

/** From the staging table's column to the natural value; multiplied as decimals, so exact. */
export function natural(quoted: string, column: RegisterColumn): string {
  switch (column.type) {
    case 'number':
      return column.decimals === 0 ? quoted : `${quoted} * 0.${'1'.padStart(column.decimals, '0')}`;
    case 'date':
      return `date '1970-01-01' + ${quoted}`;
    case 'boolean':
    case 'string':
      return quoted;
  }
}
