import type { Sql } from '@yiwang/postgres';
import type { RowPredicate } from '@yiwang/handle';

export interface OpenCases {
  readonly region: string;
  readonly app: string;
  readonly ok: number;
  readonly due: number;
  readonly over: number;
}

/**
 * Open cases by region, application and light in one pass, now or at an earlier time; of an earlier time as far as the clocks
 * of today tell it, since a due time that was moved is not kept.
 */
export async function countOpenCases(
  sql: Sql,
  pattern: string,
  at: Date,
  past: boolean,
  rows: RowPredicate,
): Promise<readonly OpenCases[]> {
  const allowed = rows('c', 3);
  const isOpen = past ? `c.opened_at <= $1 AND (c.closed_at IS NULL OR c.closed_at > $1)` : `c.state = 'open'`;
  return sql.query<OpenCases & object>(
    `SELECT region, app, count(*) FILTER (WHERE light = 'ok') AS ok, count(*) FILTER (WHERE light = 'due') AS due,
            count(*) FILTER (WHERE light = 'over') AS over
     FROM (SELECT c.region, c.app, CASE WHEN c.due_at <= $1 THEN 'over' WHEN c.warn_at <= $1 THEN 'due' ELSE 'ok' END AS light
           FROM handle."case" c WHERE c.region LIKE $2 AND ${isOpen} AND ${allowed.sql}) found
     GROUP BY region, app`,
    [at, pattern, ...allowed.values],
  );
}
