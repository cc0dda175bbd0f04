import type { BookList } from '@yiwang/contract';
import { readNote } from '@yiwang/ledger';
import type { Sql } from '@yiwang/postgres';
import type { ServedRegion } from '../servedCity.ts';

interface BookRow {
  readonly region: string;
  readonly size: number | null;
  readonly waiting: number;
  readonly note: string | null;
  readonly at: Date | null;
}

/** The books of these regions: how many entries have their place, how many wait for one, and the last signed checkpoint. */
export async function listBooks(sql: Sql, regions: readonly Pick<ServedRegion, 'code' | 'name'>[]): Promise<BookList> {
  const rows = await sql.query<BookRow>(
    `SELECT r.region, b.size, (SELECT coalesce(sum(count), 0)::int FROM ledger.inbox i WHERE i.region = r.region) AS waiting, c.note, c.at
     FROM unnest($1::text[]) r (region)
     LEFT JOIN ledger.book b ON b.region = r.region
     LEFT JOIN LATERAL (
       SELECT note, at FROM ledger.checkpoint WHERE region = r.region ORDER BY size DESC LIMIT 1) c ON true`,
    [regions.map(({ code }) => code)],
  );
  const byRegion = new Map(rows.map((row) => [row.region, row]));
  return {
    books: regions.map(({ code, name }) => {
      const row = byRegion.get(code);
      const note =
        row === undefined || row.note === null || row.at === null ? undefined : { ...readNote(row.note), at: row.at };
      return {
        region: code,
        name,
        size: row?.size ?? 0,
        waiting: row?.waiting ?? 0,
        checkpoint: note === undefined ? null : { size: note.size, root: note.root.toHex(), at: note.at.toISOString() },
      };
    }),
  };
}
