import { matchQuery } from '@yiwang/search';
import { lightSql, type Light } from '../light.ts';

/** Which rows somebody may see: SQL on the alias with its values from `firstParam` on, as the access policies give it. */
export type RowPredicate = (
  alias: string,
  firstParam: number,
) => { readonly sql: string; readonly values: readonly unknown[] };

export interface CaseFilter {
  readonly rows: RowPredicate;
  readonly state?: 'open' | 'closed' | undefined;
  readonly light?: Light | undefined;
  readonly regions?: readonly string[] | undefined;
  readonly app?: string | undefined;
  /** Part of number, title or search text; two characters of Chinese are enough. */
  readonly text?: string | undefined;
  /** Open cases of which that account holds a task; null: open cases that nobody holds. */
  readonly heldBy?: string | null | undefined;
  /** Open cases with an open task for that role (岗位), that asks for that skill (技能). */
  readonly role?: string | undefined;
  readonly skill?: string | undefined;
  /** What stands aside: parked (挂账), under supervision (督办), with something that went wrong. */
  readonly matter?: 'parked' | 'supervised' | 'incident' | undefined;
}

/** The condition of a filter on `handle."case" c`, but for its text; `$1` is now, further values are put behind what is there. */
export function caseConditions(filter: CaseFilter, values: unknown[]): string {
  const put = (value: unknown) => `$${values.push(value)}`;
  const all: string[] = [];
  if (filter.state !== undefined) all.push(`c.state = ${put(filter.state)}`);
  if (filter.regions !== undefined) all.push(`c.region = ANY(${put(filter.regions)}::text[])`);
  if (filter.app !== undefined) all.push(`c.app = ${put(filter.app)}`);
  if (filter.light === 'over') all.push(`c.state = 'open' AND c.due_at <= $1`);
  if (filter.light === 'due') all.push(`c.state = 'open' AND c.due_at > $1 AND c.warn_at <= $1`);
  if (filter.light === 'ok') all.push(`${lightSql('c', '$1')} = 'ok'`);
  if (filter.heldBy === null) all.push(`c.state = 'open' AND c.assignee IS NULL`);
  if (typeof filter.heldBy === 'string')
    all.push(`c.state = 'open' AND EXISTS (SELECT 1 FROM handle.task t WHERE t.region = c.region AND t.case_id = c.id
      AND t.state = 'open' AND t.assignee = ${put(filter.heldBy)})`);
  const asks = [
    ...(filter.role === undefined ? [] : [`t.candidate_role = ${put(filter.role)}`]),
    ...(filter.skill === undefined ? [] : [`t.skill = ${put(filter.skill)}`]),
  ];
  if (asks.length > 0)
    all.push(`c.state = 'open' AND EXISTS (SELECT 1 FROM handle.task t WHERE t.region = c.region AND t.case_id = c.id
      AND t.state = 'open' AND ${asks.join(' AND ')})`);
  if (filter.matter === 'parked') all.push(`c.state = 'open' AND c.parked_at IS NOT NULL`);
  if (filter.matter === 'supervised') all.push(`c.state = 'open' AND c.supervised_at IS NOT NULL`);
  if (filter.matter === 'incident') all.push(`c.incidents <> '[]'::jsonb`);
  const allowed = filter.rows('c', values.length + 1);
  values.push(...allowed.values);
  all.push(`(${allowed.sql})`);
  return all.join(' AND ');
}

/** The condition that a filter's text makes; undefined where it has none. */
export function textCondition({ text }: CaseFilter, values: unknown[]): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  // a whole number is looked up, for all its pairs are those of many others: 2 to 19 ms in place of 50 to 75
  const number = /^(\d{6})-\d{8}-\d{4,9}$/.exec(text.trim());
  if (number !== null) return `(c.region = $${values.push(number[1])} AND c.number = $${values.push(number[0])})`;
  const match = matchQuery(text.slice(0, 100), { grams: 'c.search' }, values.length + 1);
  values.push(...match.values);
  return match.values.length > 0 ? match.sql : `strpos(c.title, $${values.push(text.trim())}) > 0`;
}
