import type { Sql } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import { caseConditions, textCondition, type CaseFilter } from './caseFilter.ts';
import { caseRowColumns, type CasePage, type CaseRow } from './caseRow.ts';

/** A page of the queue: newest first, or what is due first of what has a time limit and is open. */
export interface CaseSearch extends CaseFilter {
  readonly order?: 'newest' | 'due' | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number | undefined;
}

/** Cases that are looked through for a text before the index of all texts is asked. */
const lookedThrough = 5_000;

/**
 * Cases by keyset: a page costs the same wherever it is. A text that many cases have is found among those that come next
 * in order; one that few have, by the index of texts. Which of the two it is the database can't tell beforehand.
 * @throws handle.badCommand for a wrong `after`
 */
export async function findCases(sql: Sql, now: Date, filter: CaseSearch): Promise<CasePage> {
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200);
  const values: unknown[] = [now];
  const byDue = filter.order === 'due';
  const order = byDue ? 'c.due_at, c.id' : 'c.opened_at DESC, c.id DESC';
  let where = caseConditions(filter, values);
  if (byDue) where += ` AND c.state = 'open' AND c.due_at IS NOT NULL`;
  if (filter.after !== undefined) {
    const [at, id] = readAfter(filter.after);
    const place = `($${values.push(at)}, $${values.push(id)}::uuid)`;
    where += byDue ? ` AND (c.due_at, c.id) > ${place}` : ` AND (c.opened_at, c.id) < ${place}`;
  }
  const text = textCondition(filter, values);
  const page = (from: string): Promise<CaseRow[]> =>
    sql.query(`SELECT ${caseRowColumns} FROM ${from} ORDER BY ${order} LIMIT $${values.length + 1}`, [
      ...values,
      limit + 1,
    ]);
  let rows: CaseRow[] = [];
  if (text === undefined) rows = await page(`handle."case" c WHERE ${where}`);
  else {
    const next = `SELECT c.* FROM handle."case" c WHERE ${where} ORDER BY ${order} LIMIT ${lookedThrough}`;
    rows = await page(`(${next}) c WHERE ${text}`);
    // all that there is, or none of it, may lie further on; what has the text is gathered first, however many there are
    if (rows.length <= limit)
      rows = await page(`(SELECT * FROM handle."case" c WHERE ${text} OFFSET 0) c WHERE ${where}`);
  }
  const cases = rows.slice(0, limit);
  const last = cases.at(-1);
  const at = byDue ? last?.dueAt : last?.openedAt;
  const next = rows.length > limit && last !== undefined && at ? `${at.toISOString()}_${last.id}` : null;
  return { cases, next };
}

function readAfter(after: string): readonly [Date, string] {
  const [at = '', id = ''] = after.split('_');
  const date = new Date(at);
  if (Number.isNaN(date.getTime()) || !/^[0-9a-f-]{36}$/.test(id))
    throw faults.badCommand({ reasonZh: '翻页标记有误。', reason: 'The page mark is not right.' });
  return [date, id];
}
