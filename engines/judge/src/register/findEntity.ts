import type { Sql } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import { decimalText, scaledInteger, type NaturalValue } from './cell.ts';
import type { Register, RegisterColumn } from './register.ts';
import { listColumns, tableOf } from './registerTable.ts';

export interface Entity {
  readonly region: string;
  readonly code: string;
  readonly name: string;
  /** By the column's name; null where it is not known. */
  readonly values: Readonly<Record<string, NaturalValue>>;
}

export interface EntityKey {
  readonly region: string;
  readonly code: string;
}

/** Those of some entities that are in the register, with all their values, in no order. */
export async function findEntities(sql: Sql, register: Register, keys: readonly EntityKey[]): Promise<Entity[]> {
  if (keys.length === 0) return [];
  let n = 0;
  // Under names of our own, for a column of a register may have any.
  const columns = listColumns(
    register,
    (name, { type }) => `t.${name}${type === 'boolean' ? '' : '::text'} AS v${n++}`,
  );
  const found = await sql.query<Record<string, string | boolean | null>>(
    `SELECT t.region AS region, t.code AS code, t.name AS name${columns}
     FROM unnest($1::text[], $2::text[]) k(region, code)
     JOIN ${tableOf(register)} t ON t.region = k.region AND t.code = k.code`,
    [keys.map(({ region }) => region), keys.map(({ code }) => code)],
  );
  return found.map((row) => ({
    region: String(row['region']),
    code: String(row['code']),
    name: String(row['name']),
    values: Object.fromEntries(
      register.columns.map((column, place) => [column.name, toldValue(column, row[`v${place}`] ?? null)]),
    ),
  }));
}

/** As the database writes it, but without zeros at the end of a number. */
function toldValue(column: RegisterColumn, value: string | boolean | null): NaturalValue {
  if (column.type !== 'number' || value === null) return value;
  const scaled = scaledInteger(value, column.decimals);
  return scaled === undefined ? value : decimalText(scaled, column.decimals);
}

export async function findEntity(
  sql: Sql,
  register: Register,
  region: string,
  code: string,
): Promise<Entity | undefined> {
  return (await findEntities(sql, register, [{ region, code }]))[0];
}

/** @throws judge.unknownEntity */
export async function getEntity(sql: Sql, register: Register, region: string, code: string): Promise<Entity> {
  const entity = await findEntity(sql, register, region, code);
  if (entity === undefined) throw faults.unknownEntity({ register: register.code, region, code });
  return entity;
}
