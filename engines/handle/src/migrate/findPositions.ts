import type { Sql } from '@yiwang/postgres';
import { caseCondition, type ProcessFilter } from '../mining/caseFilter.ts';
import type { PositionGroup } from './planMigration.ts';

/** Groups that are planned one by one; the frequent ones first. */
const mostGroups = 5_000;

/**
 * Where the open cases of a version stand, those that stand alike together: a hundred thousand cases are some dozens of
 * groups. `left` cases stand in ways so rare that they are beyond the most groups.
 */
export async function findPositions(
  sql: Sql,
  filter: ProcessFilter & { readonly version: number },
): Promise<{ readonly groups: readonly PositionGroup[]; readonly left: number }> {
  const { sql: condition, values } = caseCondition(filter);
  const rows = await sql.query<PositionGroup & { readonly all: number }>(
    `WITH c AS (SELECT c.region, c.id, c.number FROM handle."case" c WHERE c.state = 'open' AND ${condition}),
     t AS (SELECT t.region, t.case_id, jsonb_agg(jsonb_build_object('element', t.element, 'via', t.via) ORDER BY t.element, t.via) AS tokens
       FROM c JOIN handle.token t ON t.region = c.region AND t.case_id = c.id GROUP BY t.region, t.case_id),
     m AS (SELECT m.region, m.case_id, jsonb_agg(m.element ORDER BY m.element) AS timers
       FROM c JOIN handle.timer m ON m.region = c.region AND m.case_id = c.id GROUP BY m.region, m.case_id)
     SELECT coalesce(t.tokens, '[]') AS tokens, coalesce(m.timers, '[]') AS timers, count(*) AS cases,
       to_jsonb((array_agg(jsonb_build_object('region', c.region, 'id', c.id, 'number', c.number) ORDER BY c.number))[1:5]) AS examples,
       (sum(count(*)) OVER ())::bigint AS all
     FROM c LEFT JOIN t ON t.region = c.region AND t.case_id = c.id LEFT JOIN m ON m.region = c.region AND m.case_id = c.id
     GROUP BY 1, 2 ORDER BY cases DESC LIMIT $${values.length + 1}`,
    [...values, mostGroups],
  );
  const groups = rows.map(({ tokens, timers, cases, examples }) => ({ tokens, timers, cases, examples }));
  const shown = groups.reduce((sum, group) => sum + group.cases, 0);
  return { groups, left: (rows[0]?.all ?? 0) - shown };
}
