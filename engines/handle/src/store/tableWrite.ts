/** Rows for one table, written by one part of one statement. */
export interface TableWrite {
  readonly table: string;
  /** Column names with their types. */
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
  /** Columns that an existing row takes from the new one; none: a row that is there is an error. */
  readonly update: readonly string[];
  readonly rows: readonly object[];
}

/** Rows of one table to take away, by their keys. */
export interface TableDelete {
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  readonly rows: readonly object[];
}

/** The parts of a WITH clause, each with one JSON parameter: a statement then takes the same few for any number of rows. */
export function insertPart({ table, columns, key, update }: TableWrite, parameter: number): string {
  const names = Object.keys(columns).join(', ');
  const types = Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  const set = update.map((name) => `${name} = excluded.${name}`).join(', ');
  const conflict = update.length === 0 ? '' : `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set}`;
  return `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_to_recordset($${parameter}::json) AS r(${types}) ${conflict}`;
}

export function deletePart({ table, key }: TableDelete, parameter: number): string {
  const types = Object.entries(key)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  const same = Object.keys(key)
    .map((name) => `t.${name} = r.${name}`)
    .join(' AND ');
  return `DELETE FROM ${table} t USING json_to_recordset($${parameter}::json) AS r(${types}) WHERE ${same}`;
}
