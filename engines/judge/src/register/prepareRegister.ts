import { quoteName, type Transaction } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { Register } from './register.ts';
import { checkRegister, listColumns, sqlType, tableOf } from './registerTable.ts';

/** The name of the index that a register is searched by. */
export function searchIndexOf(register: Register): string {
  return `${register.code.slice(0, 50)}_search`;
}

export function searchIndex(register: Register): string {
  return `CREATE INDEX ${quoteName(searchIndexOf(register))} ON ${tableOf(register)} USING gin (search_terms)`;
}

/**
 * Makes the table of a register, or adds the columns that its model has gained. Nothing is ever dropped or converted: a
 * column that left the model stays in the table. Two processes at once wait for each other.
 * @throws judge.registerModel; judge.registerType where a column has another type than the model now says
 */
export async function prepareRegister(tx: Transaction, register: Register): Promise<void> {
  checkRegister(register);
  const table = tableOf(register);
  await tx.query(`SET LOCAL lock_timeout = 0`);
  await tx.query(`SELECT pg_advisory_xact_lock(7921)`);
  const present = await tx.query<{ name: string; type: string }>(
    `SELECT a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'registers' AND c.relname = $1 AND a.attnum > 0 AND NOT a.attisdropped`,
    [register.code],
  );
  if (present.length === 0) {
    const columns = listColumns(register, (name, column) => `${name} ${sqlType(column)}`);
    await tx.query(
      `CREATE TABLE ${table} (region text NOT NULL, code text NOT NULL, name text NOT NULL, search_terms text[] NOT NULL${columns},
         PRIMARY KEY (region, code))`,
    );
    await tx.query(`COMMENT ON TABLE ${table} IS 'tenant: region'`);
    await tx.query(`CREATE INDEX ON ${table} (region, code text_pattern_ops)`);
    await tx.query(searchIndex(register));
    return;
  }
  const types = new Map(present.map(({ name, type }) => [name, type]));
  const added: string[] = [];
  for (const column of register.columns) {
    const wanted = sqlType(column);
    const type = types.get(column.name);
    if (type === undefined) added.push(`ADD COLUMN ${quoteName(column.name)} ${wanted}`);
    else if (type !== wanted) {
      throw faults.registerType({ register: register.code, column: column.name, type, wanted });
    }
  }
  if (added.length > 0) await tx.query(`ALTER TABLE ${table} ${added.join(', ')}`);
}
