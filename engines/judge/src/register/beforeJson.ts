import type { Register } from './register.ts';
import { listColumns } from './registerTable.ts';

/** A function of PostgreSQL takes a hundred arguments at the most, two for each column here. */
const columnsAtOnce = 45;

/** SQL that gives a row's columns as JSON of natural values: numbers and dates as texts, for JSON's numbers are not exact. */
export function beforeJson(register: Register, alias: string): string {
  const parts: string[] = [];
  for (let n = 0; n < register.columns.length || n === 0; n += columnsAtOnce) {
    const some = { ...register, columns: register.columns.slice(n, n + columnsAtOnce) };
    const pairs = listColumns(some, (name, column) => {
      const key = `'${column.name.replaceAll("'", "''")}'`;
      return `${key}, ${alias}.${name}${column.type === 'boolean' ? '' : '::text'}`;
    });
    parts.push(`jsonb_build_object(${pairs.slice(2)})`);
  }
  return parts.join(' || ');
}
