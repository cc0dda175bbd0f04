import type { Timeline } from '@yiwang/contract';
import type { Sql } from '@yiwang/postgres';
import type { RowPredicate } from '@yiwang/handle';

const stepMinutes = 5;

/** What happened in each five minutes of a span: crossings out of band, cases opened and closed, cases that became overdue. */
export async function readTimeline(
  sql: Sql,
  pattern: string,
  from: Date,
  to: Date,
  rows: RowPredicate,
): Promise<Timeline> {
  const start = Math.floor(from.getTime() / (stepMinutes * 60_000)) * stepMinutes * 60_000;
  const first = new Date(start);
  const place = (column: string): string =>
    `floor(extract(epoch FROM ${column} - $2::timestamptz) / ${stepMinutes * 60})::int`;
  const allowed = rows('c', 4);
  const values = [pattern, first, to];
  const moment = (column: string): string =>
    `SELECT ${place(`c.${column}`)} AS place, count(*) AS n FROM handle."case" c
     WHERE c.region LIKE $1 AND c.${column} >= $2 AND c.${column} < $3 AND ${allowed.sql} GROUP BY place`;
  type Row = { place: number; n: number };
  const [crossings, opened, closed, over] = await Promise.all([
    sql.query<Row>(
      `SELECT ${place('at')} AS place, count(*) AS n FROM vitals.crossing
       WHERE region LIKE $1 AND at >= $2 AND at < $3 AND to_light = 'over' GROUP BY place`,
      values,
    ),
    ...['opened_at', 'closed_at', 'due_at'].map((column) =>
      sql.query<Row>(moment(column), [...values, ...allowed.values]),
    ),
  ]);
  const count = (found: readonly Row[] | undefined, at: number): number =>
    found?.find((row) => row.place === at)?.n ?? 0;
  const length = Math.ceil((to.getTime() - start) / (stepMinutes * 60_000));
  return {
    from: first.toISOString(),
    to: to.toISOString(),
    stepMinutes,
    steps: Array.from({ length }, (_, at) => ({
      at: new Date(start + at * stepMinutes * 60_000).toISOString(),
      crossings: count(crossings, at),
      opened: count(opened, at),
      closed: count(closed, at),
      over: count(over, at),
    })),
  };
}
