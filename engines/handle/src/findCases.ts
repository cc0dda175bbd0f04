import type { Sql } from '@yiwang/postgres';
import { bigrams } from '@yiwang/search';
import { faults } from './faults.ts';
import { lightSql, type Light } from './light.ts';

export type { Light } from './light.ts';

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
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number | undefined;
}

export interface CaseRow {
  readonly region: string;
  readonly id: string;
  readonly number: string;
  readonly app: string;
  readonly process: string;
  readonly version: number;
  readonly title: string;
  readonly state: 'open' | 'closed';
  readonly outcome: 'completed' | 'withdrawn' | null;
  readonly light: Light;
  readonly grade: string | null;
  readonly step: string | null;
  readonly leadOrganisation: string | null;
  readonly teamOrganisation: string | null;
  /** Who must act now. */
  readonly organisation: string;
  readonly assignee: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly cell: string | null;
  readonly seenAgain: number;
  readonly simulated: boolean;
}

export interface CasePage {
  readonly cases: readonly CaseRow[];
  readonly next: string | null;
}

/** The columns of `CaseRow`; `$1` is now. */
export const caseRowColumns = `c.region, c.id, c.number, c.app, c.process, c.version, c.title, c.state, c.outcome,
  ${lightSql('c', '$1')} AS light, c.grade, c.step, c.lead_organisation AS "leadOrganisation",
  c.team_organisation AS "teamOrganisation", c.organisation, c.assignee, c.opened_at AS "openedAt",
  c.closed_at AS "closedAt", c.due_at AS "dueAt", c.longitude, c.latitude, c.cell, c.seen_again AS "seenAgain", c.simulated`;

function conditions(filter: CaseFilter, values: unknown[]): string {
  const put = (value: unknown) => `$${values.push(value)}`;
  const all: string[] = [];
  if (filter.state !== undefined) all.push(`c.state = ${put(filter.state)}`);
  if (filter.regions !== undefined) all.push(`c.region = ANY(${put(filter.regions)}::text[])`);
  if (filter.app !== undefined) all.push(`c.app = ${put(filter.app)}`);
  if (filter.light === 'over') all.push(`c.state = 'open' AND c.due_at <= $1`);
  if (filter.light === 'due') all.push(`c.state = 'open' AND c.due_at > $1 AND c.warn_at <= $1`);
  if (filter.light === 'ok') all.push(`${lightSql('c', '$1')} = 'ok'`);
  if (filter.text !== undefined && filter.text.trim() !== '') {
    const wanted = bigrams(filter.text.slice(0, 100));
    all.push(
      wanted.length > 0 ? `c.search @> ${put(wanted)}::text[]` : `strpos(c.title, ${put(filter.text.trim())}) > 0`,
    );
  }
  const allowed = filter.rows('c', values.length + 1);
  values.push(...allowed.values);
  all.push(`(${allowed.sql})`);
  return all.join(' AND ');
}

/** Cases, newest first, by keyset: a page costs the same wherever it is. @throws handle.badCommand for a wrong `after` */
export async function findCases(sql: Sql, now: Date, filter: CaseFilter): Promise<CasePage> {
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200);
  const values: unknown[] = [now];
  let where = conditions(filter, values);
  if (filter.after !== undefined) {
    const [at, id] = readAfter(filter.after);
    where += ` AND (c.opened_at, c.id) < ($${values.push(at)}, $${values.push(id)}::uuid)`;
  }
  const rows = await sql.query<CaseRow>(
    `SELECT ${caseRowColumns} FROM handle."case" c WHERE ${where}
     ORDER BY c.opened_at DESC, c.id DESC LIMIT $${values.push(limit + 1)}`,
    values,
  );
  const cases = rows.slice(0, limit);
  const last = cases.at(-1);
  const next = rows.length > limit && last !== undefined ? `${last.openedAt.toISOString()}_${last.id}` : null;
  return { cases, next };
}

function readAfter(after: string): readonly [Date, string] {
  const [at = '', id = ''] = after.split('_');
  const date = new Date(at);
  if (Number.isNaN(date.getTime()) || !/^[0-9a-f-]{36}$/.test(id))
    throw faults.badCommand({ reasonZh: '翻页标记有误。', reason: 'The page mark is not right.' });
  return [date, id];
}

/** How many cases show each light, of those that `filter` finds; one pass over stored times. */
export async function countByLight(sql: Sql, now: Date, filter: CaseFilter): Promise<Readonly<Record<Light, number>>> {
  const values: unknown[] = [now];
  const where = conditions(filter, values);
  const rows = await sql.query<{ light: Light; n: number }>(
    `SELECT light, count(*) AS n FROM (SELECT ${lightSql('c', '$1')} AS light FROM handle."case" c WHERE ${where}) s GROUP BY light`,
    values,
  );
  const of = (light: Light) => rows.find((row) => row.light === light)?.n ?? 0;
  return { ok: of('ok'), due: of('due'), over: of('over') };
}
