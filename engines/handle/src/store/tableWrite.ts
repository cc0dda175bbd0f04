import { columnText, type ColumnType } from './arrayText.ts';

/** A column of a table: its type, and what of a row it holds. */
export type Columns<T> = Readonly<Record<string, readonly [type: ColumnType, get: (one: T) => unknown]>>;

/** A table with rows of cases; region and case_id are its first columns. */
export interface CaseTable<T> {
  readonly table: string;
  /** Beside region and case_id: what tells the rows of a case from each other. */
  readonly key: Columns<T>;
  /** What a row keeps from its beginning. */
  readonly fixed: Columns<T>;
  /** What can change. */
  readonly mutable: Columns<T>;
}

/** Rows to write, each beside the place of its case among the cases of the statement, from 1. */
export interface Rows<T> {
  readonly places: number[];
  readonly rows: T[];
}

/** Takes the text of a value as the next parameter and gives its number. */
export type AddParameter = (text: string) => number;

/** The parameters of every such statement: one region, and the ids of the cases. */
export const regionParameter = '$1::text';
export const casesParameter = '$2::uuid[]';

interface Source {
  readonly names: readonly string[];
  /** `unnest($3::int[], …) AS r(place, …, nth)`: a row for each, with the same few parameters for any number of rows. */
  readonly from: string;
  /** An expression for each name; lists travel as text, for an array of arrays can't be ragged, and JSON as one array. */
  readonly values: readonly string[];
}

const caseId = `(${casesParameter})[r.place]`;

function sourceOf<T>({ places, rows }: Rows<T>, columns: Columns<T>, add: AddParameter): Source {
  const listed = ['place'];
  const lists = [`$${add(columnText(places, (place) => place, 'int'))}::int[]`];
  const values: string[] = [];
  for (const [name, [type, get]] of Object.entries(columns)) {
    const parameter = add(columnText(rows, get, type));
    if (type === 'jsonb') {
      values.push(`nullif($${parameter}::jsonb -> (r.nth - 1)::int, 'null')`);
      continue;
    }
    const isList = type.endsWith('[]');
    listed.push(name);
    lists.push(`$${parameter}::${isList ? 'text' : type}[]`);
    values.push(isList ? `r.${name}::${type}` : `r.${name}`);
  }
  const from = `unnest(${lists.join(', ')}) WITH ORDINALITY AS r(${listed.join(', ')}, nth)`;
  return { names: Object.keys(columns), values, from };
}

/** Rows that are new. */
export function insertPart<T>({ table, key, fixed, mutable }: CaseTable<T>, rows: Rows<T>, add: AddParameter): string {
  const { names, values, from } = sourceOf(rows, { ...key, ...fixed, ...mutable }, add);
  return `INSERT INTO ${table} (region, case_id, ${names.join(', ')})
    SELECT ${regionParameter}, ${caseId}, ${values.join(', ')} FROM ${from}`;
}

/** Rows that are there and changed. */
export function updatePart<T>({ table, key, mutable }: CaseTable<T>, rows: Rows<T>, add: AddParameter): string {
  const { names, values, from } = sourceOf(rows, { ...key, ...mutable }, add);
  const set = names.flatMap((name, n) => (name in mutable ? [`${name} = ${values[n]}`] : []));
  return `UPDATE ${table} t SET ${set.join(', ')} FROM ${from} WHERE ${sameKey(key)}`;
}

export function deletePart<T>({ table, key }: CaseTable<T>, rows: Rows<T>, add: AddParameter): string {
  return `DELETE FROM ${table} t USING ${sourceOf(rows, key, add).from} WHERE ${sameKey(key)}`;
}

function sameKey<T>(key: Columns<T>): string {
  const own = Object.keys(key).map((name) => `t.${name} = r.${name}`);
  return [`t.region = ${regionParameter}`, `t.case_id = ${caseId}`, ...own].join(' AND ');
}
