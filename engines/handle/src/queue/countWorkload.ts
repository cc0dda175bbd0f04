import type { Sql } from '@yiwang/postgres';
import type { RowPredicate } from './caseFilter.ts';

/** Open tasks of one person, or untaken ones, that ask for a role and skill. Tasks of parked cases (挂账) are nobody's work. */
export interface Work {
  /** Who holds them; null: nobody. */
  readonly assignee: string | null;
  readonly role: string | null;
  readonly skill: string | null;
  readonly open: number;
  /** Past the warning, not yet due. */
  readonly due: number;
  readonly over: number;
  /** What was opened first, since when it waits. */
  readonly oldest: Date;
}

/**
 * The workload (工作量) of people, roles and skills over the cases that `rows` lets somebody see: one pass over open tasks.
 * 2,000 groups at the most, those with most overdue first.
 */
export async function countWorkload(
  sql: Sql,
  now: Date,
  { rows, regions }: { readonly rows: RowPredicate; readonly regions?: readonly string[] | undefined },
): Promise<readonly Work[]> {
  const allowed = rows('c', 3);
  return sql.query<Work & object>(
    `SELECT t.assignee, t.candidate_role AS role, t.skill, count(*) AS open,
       count(*) FILTER (WHERE t.due_at > $1 AND t.warn_at <= $1) AS due, count(*) FILTER (WHERE t.due_at <= $1) AS over,
       min(t.created_at) AS oldest
     FROM handle.task t JOIN handle."case" c ON c.region = t.region AND c.id = t.case_id AND c.state = 'open'
     WHERE t.state = 'open' AND c.parked_at IS NULL AND ($2::text[] IS NULL OR t.region = ANY($2)) AND (${allowed.sql})
     GROUP BY t.assignee, t.candidate_role, t.skill ORDER BY over DESC, open DESC, t.assignee LIMIT 2000`,
    [now, regions ?? null, ...allowed.values],
  );
}
