import type { Sql } from '@yiwang/postgres';
import type { Entry } from './entry.ts';
import type { JsonObject } from './json.ts';

/** The columns of an entry; the time as text, for a Date would hide microseconds that someone put in. */
export const entryColumns = `e.region, e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at,
  e.kind, e.actor, e.subject, e.reason, e.body`;

export interface EntryRow {
  readonly region: string;
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly subject: string;
  readonly reason: string | null;
  readonly body: JsonObject;
}

export function entryFrom({ reason, at, region, id, kind, actor, subject, body }: EntryRow): Entry {
  const time = `${at.endsWith('000') ? at.slice(0, -3) : at}Z`;
  return { region, id, at: time, kind, actor, subject, body, ...(reason === null ? {} : { reason }) };
}

export interface EntryQuery {
  readonly region: string;
  readonly subject?: string;
  /** Only entries after the one with this id. */
  readonly after?: string;
  /** 100 unless told, 1000 at the most. */
  readonly limit?: number;
}

/** Entries of a book, or of one subject in it, oldest first; those that wait for their place are among them. */
export async function findEntries(sql: Sql, query: EntryQuery): Promise<readonly Entry[]> {
  // One statement, so that an entry that gets its place meanwhile is seen exactly once.
  const rows = await sql.query<EntryRow>(
    `SELECT * FROM (
       (SELECT ${entryColumns} FROM ledger.entry e
        WHERE e.region = $1 AND ($2::text IS NULL OR e.subject = $2) AND ($3::uuid IS NULL OR e.id > $3)
        ORDER BY e.id LIMIT $4)
       UNION ALL
       (SELECT i.region, (w ->> 'id')::uuid, left(w ->> 'at', 23) || '000', w ->> 'kind', w ->> 'actor', w ->> 'subject',
          w ->> 'reason', w -> 'body'
        FROM ledger.inbox i CROSS JOIN LATERAL jsonb_array_elements(i.entries::jsonb) AS w
        WHERE i.region = $1 AND ($2::text IS NULL OR w ->> 'subject' = $2) AND ($3::uuid IS NULL OR (w ->> 'id')::uuid > $3)
        ORDER BY (w ->> 'id')::uuid LIMIT $4)) AS found
     ORDER BY id LIMIT $4`,
    [query.region, query.subject ?? null, query.after ?? null, Math.min(query.limit ?? 100, 1000)],
  );
  return rows.map(entryFrom);
}

/** Whether an entry is recorded and waits for its place. */
export async function isWaiting(sql: Sql, region: string, id: string): Promise<boolean> {
  const found = await sql.query(`SELECT 1 FROM ledger.inbox WHERE region = $1 AND strpos(entries, $2) > 0 LIMIT 1`, [
    region,
    `{"id":"${id}"`,
  ]);
  return found.length > 0;
}
