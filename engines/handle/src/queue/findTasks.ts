import type { Sql } from '@yiwang/postgres';
import type { Actor } from '../step/caseCommand.ts';
import { lightSql, type Light } from '../light.ts';

export interface TaskRow {
  readonly region: string;
  readonly case: string;
  readonly number: string;
  readonly title: string;
  readonly id: string;
  readonly element: string;
  readonly name: string;
  readonly form: string | null;
  readonly candidateRole: string | null;
  readonly organisation: string;
  readonly assignee: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly light: Light;
}

/**
 * Open tasks that wait for somebody: held by that account, or unheld and for one of the roles in an organisation that is
 * the person's own or above it. What is due first comes first. 200 at the most.
 */
export async function findTasks(
  sql: Sql,
  now: Date,
  who: Actor,
  options: { readonly regions?: readonly string[]; readonly limit?: number } = {},
): Promise<readonly TaskRow[]> {
  const parts = who.organisation.split('.');
  const within = parts.map((_, at) => parts.slice(0, at + 1).join('.'));
  return sql.query<TaskRow>(
    `SELECT t.region, t.case_id AS "case", c.number, c.title, t.id, t.element, t.name, t.form,
       t.candidate_role AS "candidateRole", t.organisation, t.assignee, t.created_at AS "createdAt", t.due_at AS "dueAt",
       ${lightSql('t', '$1')} AS light
     FROM handle.task t JOIN handle."case" c ON c.region = t.region AND c.id = t.case_id
     WHERE t.state = 'open' AND ($5::text[] IS NULL OR t.region = ANY($5))
       AND (t.assignee = $2 OR (t.assignee IS NULL AND t.organisation = ANY($3::text[])
         AND (t.candidate_role IS NULL OR t.candidate_role = ANY($4::text[]))))
     ORDER BY t.due_at NULLS LAST, t.created_at, t.id LIMIT $6`,
    [now, who.actor, within, who.roles, options.regions ?? null, Math.min(options.limit ?? 50, 200)],
  );
}
