import type { Sql } from '@yiwang/postgres';
import { matchQuery } from '@yiwang/search';
import type { EntityKey } from './findEntity.ts';
import type { Register } from './register.ts';
import { tableOf } from './registerTable.ts';

export interface NamedEntity extends EntityKey {
  readonly name: string;
}

export interface SearchOrder {
  /** Characters of the name, two are enough, or the beginning of the code. */
  readonly text: string;
  /** Only in these districts. */
  readonly regions?: readonly string[];
  /** 20 unless told. */
  readonly limit?: number;
}

/**
 * Entities by name or code, those whose code begins so first, then by code. Where more bear such a name than are asked for, which
 * of them come is not said: to sort all firms of a city for two characters in every name takes seconds.
 */
export async function searchEntities(
  sql: Sql,
  register: Register,
  { text, regions, limit = 20 }: SearchOrder,
): Promise<NamedEntity[]> {
  const start = text.trim();
  if (start === '') return [];
  const name = matchQuery(start, { grams: 't.search_terms', text: 't.name' }, 4);
  const inRegion = '($2::text[] IS NULL OR t.region = ANY ($2))';
  const byCode = `SELECT t.region, t.code, t.name, 0 AS place FROM ${tableOf(register)} t
    WHERE ${inRegion} AND t.code LIKE $1 ORDER BY t.code LIMIT $3`;
  const byName = `SELECT t.region, t.code, t.name, 1 FROM ${tableOf(register)} t
    WHERE ${inRegion} AND ${name.sql} AND t.code NOT LIKE $1 LIMIT $3`;
  const found = await sql.query<NamedEntity & { place: number }>(
    // Punctuation alone is part of no name; it may begin a code.
    `${name.values.length === 0 ? byCode : `(${byCode}) UNION ALL (${byName})`} `,
    [`${start.replaceAll(/[\\%_]/g, '\\$&')}%`, regions ?? null, limit, ...name.values],
  );
  return found
    .toSorted((a, b) => a.place - b.place || (a.code < b.code ? -1 : 1))
    .slice(0, limit)
    .map((row) => ({ region: row.region, code: row.code, name: row.name }));
}

/** The names of entities, in the order asked; those that are gone meanwhile are left out. */
export async function findNames(sql: Sql, register: Register, keys: readonly EntityKey[]): Promise<NamedEntity[]> {
  if (keys.length === 0) return [];
  return sql.query<NamedEntity>(
    `SELECT t.region, t.code, t.name FROM unnest($1::text[], $2::text[]) WITH ORDINALITY k(region, code, place)
     JOIN ${tableOf(register)} t ON t.region = k.region AND t.code = k.code ORDER BY k.place`,
    [keys.map(({ region }) => region), keys.map(({ code }) => code)],
  );
}
