import type { Sql } from '@yiwang/postgres';
import { findCases, type CaseRow, type RowPredicate } from '@yiwang/handle';

/** The open case to act on first: the one that is over for longest, else the one that is due next, else the oldest. */
export async function findFirstCase(
  sql: Sql,
  pattern: string,
  now: Date,
  rows: RowPredicate,
): Promise<CaseRow | undefined> {
  const allowed = rows('c', 2);
  const [key] = await sql.query<{ region: string; id: string }>(
    `SELECT c.region, c.id FROM handle."case" c WHERE c.region LIKE $1 AND c.state = 'open' AND ${allowed.sql}
     ORDER BY c.due_at NULLS LAST, c.opened_at, c.id LIMIT 1`,
    [pattern, ...allowed.values],
  );
  return key === undefined ? undefined : (await findCaseRows(sql, now, [[key.region, key.id]]))[0];
}

/** Cases by key: what changed a moment ago, or what tasks are of. Who may see them is for the caller. */
export async function findCaseRows(
  sql: Sql,
  now: Date,
  keys: readonly (readonly [string, string])[],
): Promise<readonly CaseRow[]> {
  if (keys.length === 0) return [];
  const rows: RowPredicate = (alias, first) => ({
    sql: `(${alias}.region, ${alias}.id) IN (SELECT * FROM unnest($${first}::text[], $${first + 1}::uuid[]))`,
    values: [keys.map(([region]) => region), keys.map(([, id]) => id)],
  });
  return (await findCases(sql, now, { rows, limit: 200 })).cases;
}
