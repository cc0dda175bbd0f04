import type { Sql } from '@yiwang/postgres';
import { caseCondition, type ProcessFilter } from './caseFilter.ts';

/** Open cases that stand at a node now. */
export interface OpenAt {
  readonly element: string;
  readonly cases: number;
  /** Since when the one stands there that came first. */
  readonly since: Date;
}

/** At which nodes cases stand now: one aggregate, for the tokens are rows of their own. */
export function countOpenAt(sql: Sql, filter: ProcessFilter): Promise<OpenAt[]> {
  const { sql: condition, values } = caseCondition(filter);
  return sql.query<OpenAt>(
    `SELECT t.element, count(DISTINCT t.case_id) AS cases, min(t.since) AS since
     FROM handle."case" c JOIN handle.token t ON t.region = c.region AND t.case_id = c.id
     WHERE c.state = 'open' AND ${condition} GROUP BY t.element ORDER BY t.element`,
    values,
  );
}
