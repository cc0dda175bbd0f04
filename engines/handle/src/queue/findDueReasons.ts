import type { Sql } from '@yiwang/postgres';

/** Why a case is due when it is: the running clock, of the case, a stage or a task, that ends first. */
export interface DueReason {
  readonly region: string;
  readonly case: string;
  readonly of: 'case' | 'stage' | 'task';
  readonly name: string;
}

/** What is due first of each of some cases; those without a running clock are left out. */
export async function findDueReasons(
  sql: Sql,
  cases: readonly { readonly region: string; readonly id: string }[],
): Promise<readonly DueReason[]> {
  if (cases.length === 0) return [];
  return sql.query<DueReason & object>(
    `SELECT DISTINCT ON (k.region, k.case_id) k.region, k.case_id AS "case", k.of, k.name
     FROM unnest($1::text[], $2::uuid[]) AS wanted (region, id)
     JOIN handle.clock k ON k.region = wanted.region AND k.case_id = wanted.id
     WHERE k.state = 'running' AND k.due_at IS NOT NULL
     ORDER BY k.region, k.case_id, k.due_at, k.id DESC`,
    [cases.map(({ region }) => region), cases.map(({ id }) => id)],
  );
}
