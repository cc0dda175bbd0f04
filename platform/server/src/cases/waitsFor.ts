import type { RowPredicate } from '@yiwang/handle';
import type { SignedIn } from '../identity/principal.ts';

/** The cases of which a task waits for this account or, untaken, for one of its roles in its organisation or one above. */
export function waitsFor(who: SignedIn): RowPredicate {
  const parts = who.organisation.split('.');
  const within = parts.map((_, at) => parts.slice(0, at + 1).join('.'));
  return (alias, first) => ({
    sql: `EXISTS (SELECT 1 FROM handle.task t WHERE t.region = ${alias}.region AND t.case_id = ${alias}.id
      AND t.state = 'open' AND (t.assignee = $${first} OR (t.assignee IS NULL AND t.organisation = ANY($${first + 1}::text[])
        AND (t.candidate_role IS NULL OR t.candidate_role = ANY($${first + 2}::text[])))))`,
    values: [`account:${who.account}`, within, [...who.roles]],
  });
}

/** Both conditions, their parameters one after the other. */
export function both(a: RowPredicate, b: RowPredicate): RowPredicate {
  return (alias, first) => {
    const left = a(alias, first);
    const right = b(alias, first + left.values.length);
    return { sql: `(${left.sql} AND ${right.sql})`, values: [...left.values, ...right.values] };
  };
}
