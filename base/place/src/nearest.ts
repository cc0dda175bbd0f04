import type { Sql } from '@yiwang/postgres';
import { cellsWithin } from './cell.ts';
import { distanceMetres, type Point } from './point.ts';

export interface NearestOptions {
  /** A table or view with columns longitude, latitude and cell; written by the programmer, never by a user. */
  readonly from: string;
  /** Further condition with `$1`… of `values`, such as `region = $1`. */
  readonly where?: string;
  readonly values?: readonly unknown[];
  readonly point: Point;
  readonly metres: number;
  readonly limit: number;
}

export type Near<R> = R & Point & { readonly metres: number };

/** Rows within a radius, nearest first: by the cells of a disk through the B-tree, then by exact distance. No PostGIS. */
export async function nearest<R extends object>(sql: Sql, options: NearestOptions): Promise<Near<R>[]> {
  const { from, where = 'TRUE', values = [], point, metres, limit } = options;
  const cells = cellsWithin(point, metres);
  const rows = await sql.query<R & Point>(
    `SELECT * FROM ${from} WHERE (${where}) AND cell = ANY($${values.length + 1}::text[])`,
    [...values, cells],
  );
  return rows
    .map((row) => ({ ...row, metres: distanceMetres(point, row) }))
    .filter((row) => row.metres <= metres)
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, limit);
}
