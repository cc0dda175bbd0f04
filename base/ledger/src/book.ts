import type { Sql } from '@yiwang/postgres';
import type { Algorithm } from './algorithm.ts';
import { ledgerFaults as faults } from './faults.ts';
import type { Frontier } from './merkleTree.ts';

export interface Book {
  readonly algorithm: Algorithm;
  readonly frontier: Frontier;
}

/** The book of a region; an empty SHA-256 one where nothing has been placed yet. */
export async function readBook(sql: Sql, region: string): Promise<Book> {
  const [row] = await sql.query<{ algorithm: Algorithm; size: number; frontier: Uint8Array }>(
    `SELECT algorithm, size, frontier FROM ledger.book WHERE region = $1`,
    [region],
  );
  if (row === undefined) return { algorithm: 'sha-256', frontier: { size: 0, roots: [] } };
  const roots: Uint8Array[] = [];
  for (let at = 0; at < row.frontier.length; at += 32) roots.push(row.frontier.subarray(at, at + 32));
  return { algorithm: row.algorithm, frontier: { size: row.size, roots } };
}

/**
 * Chooses the hash of a book, before its first entry has a place. Books that nobody chooses for use SHA-256.
 * @throws ledger.algorithmFixed
 */
export async function chooseAlgorithm(sql: Sql, region: string, algorithm: Algorithm): Promise<void> {
  await sql.execute(
    `INSERT INTO ledger.book (region, algorithm) VALUES ($1, $2)
     ON CONFLICT (region) DO UPDATE SET algorithm = excluded.algorithm WHERE ledger.book.size = 0`,
    [region, algorithm],
  );
  const book = await readBook(sql, region);
  if (book.algorithm !== algorithm) throw faults.algorithmFixed({ region, algorithm: book.algorithm });
}
