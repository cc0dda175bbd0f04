import type { Sql } from '@yiwang/postgres';
import type { Ambiguity, Link, NamedSystem, Statement, Task } from '../reading.ts';
import { jsonOf } from './jsonOf.ts';
import type { ReadRows } from './readRows.ts';

/** A row of the table, as it is decoded: `body` is what `putMachineRows` wrote for that kind. */
type MachineRow =
  | { readonly kind: 'statement'; readonly body: Statement }
  | { readonly kind: 'task'; readonly body: Task }
  | { readonly kind: 'system'; readonly body: NamedSystem }
  | { readonly kind: 'link'; readonly body: Link }
  | { readonly kind: 'ambiguity'; readonly body: Ambiguity };

/** Puts the machine's rows of a report in place of those that are there. */
export async function putMachineRows(sql: Sql, region: string, report: string, rows: ReadRows): Promise<void> {
  const all = [
    ...rows.statements.map((body) => ({ kind: 'statement', body })),
    ...rows.tasks.map((body) => ({ kind: 'task', body })),
    ...rows.systems.map((body) => ({ kind: 'system', body })),
    ...rows.links.map((body) => ({ kind: 'link', body })),
    ...rows.ambiguities.map((body) => ({ kind: 'ambiguity', body })),
  ];
  await dropMachineRows(sql, region, report);
  await sql.execute(
    `INSERT INTO extract.machine_row (region, report, id, kind, place, body)
     SELECT $1, $2, given.id, given.kind, given.place, given.body::jsonb
     FROM unnest($3::text[], $4::text[], $5::int[], $6::text[]) AS given (id, kind, place, body)`,
    [
      region,
      report,
      all.map(({ body }) => body.id),
      all.map(({ kind }) => kind),
      all.map((_row, place) => place),
      all.map(({ body }) => jsonOf(body)),
    ],
  );
}

export async function dropMachineRows(sql: Sql, region: string, report: string): Promise<void> {
  await sql.execute(`DELETE FROM extract.machine_row WHERE region = $1 AND report = $2`, [region, report]);
}

/** The machine's rows of a report, in the order of the text. */
export async function findMachineRows(sql: Sql, region: string, report: string): Promise<ReadRows> {
  const found = await sql.query<MachineRow>(
    `SELECT kind, body FROM extract.machine_row WHERE region = $1 AND report = $2 ORDER BY place`,
    [region, report],
  );
  return {
    statements: found.flatMap((row) => (row.kind === 'statement' ? [row.body] : [])),
    tasks: found.flatMap((row) => (row.kind === 'task' ? [row.body] : [])),
    systems: found.flatMap((row) => (row.kind === 'system' ? [row.body] : [])),
    ambiguities: found.flatMap((row) => (row.kind === 'ambiguity' ? [row.body] : [])),
    links: found.flatMap((row) => (row.kind === 'link' ? [row.body] : [])),
  };
}
