import type { Sql } from '@yiwang/postgres';
import type { Entry } from './entry.ts';
import { entryColumns, entryFrom, type EntryRow } from './findEntries.ts';

/** All entries of some subjects of a book, oldest first; those that wait for their place are among them. */
export async function findEntriesOf(sql: Sql, region: string, subjects: readonly string[]): Promise<readonly Entry[]> {
  const rows = await sql.query<EntryRow>(
    `SELECT * FROM (
       (SELECT ${entryColumns} FROM ledger.entry e WHERE e.region = $1 AND e.subject = ANY($2))
       UNION ALL
       (SELECT i.region, (w ->> 'id')::uuid, left(w ->> 'at', 23) || '000', w ->> 'kind', w ->> 'actor', w ->> 'subject',
          w ->> 'reason', w -> 'body'
        FROM ledger.inbox i CROSS JOIN LATERAL jsonb_array_elements(i.entries::jsonb) AS w
        WHERE i.region = $1 AND w ->> 'subject' = ANY($2))) AS found
     ORDER BY id`,
    [region, subjects],
  );
  return rows.map(entryFrom);
}
