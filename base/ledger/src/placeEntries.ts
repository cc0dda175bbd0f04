import type { Sql } from '@yiwang/postgres';
import { hashOf } from './algorithm.ts';
import { readBook } from './book.ts';
import { entryContent } from './entry.ts';
import { entryColumns, entryFrom, type EntryRow } from './findEntries.ts';
import { marksOf } from './marks.ts';
import { appendLeaf, leafHash } from './merkleTree.ts';

/** Every 8th height of the tree is stored: 1 row per 256 leaves, and a proof reads 255 rows of a height at the most. */
export const storedHeights = 8;

/**
 * Gives up to `most` committed entries of a book their place, in the order of their ids. The caller holds the sequencer's
 * lock, so nobody else grows the book; a crash before the commit leaves all as it was.
 * @returns how many got a place.
 */
export async function placeEntries(tx: Sql, region: string, most: number): Promise<number> {
  const rows = await tx.query<EntryRow>(
    `SELECT ${entryColumns} FROM ledger.pending p JOIN ledger.entry e ON e.region = p.region AND e.id = p.id
     WHERE p.region = $1 AND e.region = $1 ORDER BY p.id LIMIT $2`,
    [region, most],
  );
  if (rows.length === 0) return 0;
  const { algorithm, frontier } = await readBook(tx, region);
  const hash = hashOf[algorithm];
  const first = frontier.size;
  const ids: string[] = [];
  const hashes: Uint8Array[] = [];
  const marks: Uint8Array[] = [];
  const nodes: { height: number; index: number; root: Uint8Array }[] = [];
  for (const row of rows) {
    const entry = entryFrom(row);
    const leaf = leafHash(hash, entryContent(entry, algorithm));
    ids.push(entry.id);
    hashes.push(leaf);
    marks.push(marksOf(frontier.size, entry));
    appendLeaf(hash, frontier, leaf, (height, index, root) => {
      if (height % storedHeights === 0) nodes.push({ height, index, root });
      return undefined;
    });
  }
  await tx.execute(
    `WITH placed AS (
       INSERT INTO ledger.leaf (region, seq, entry, hash, marks)
       SELECT $1, $2::bigint + n - 1, entry, hash, marks
       FROM unnest($3::uuid[], $4::bytea[], $5::bytea[]) WITH ORDINALITY AS l (entry, hash, marks, n)),
     closed AS (
       INSERT INTO ledger.node (region, height, index, hash)
       SELECT $1, * FROM unnest($6::smallint[], $7::bigint[], $8::bytea[])),
     done AS (DELETE FROM ledger.pending WHERE region = $1 AND id = ANY ($3::uuid[]))
     INSERT INTO ledger.book (region, algorithm, size, frontier) VALUES ($1, $9, $10, $11)
     ON CONFLICT (region) DO UPDATE SET size = excluded.size, frontier = excluded.frontier`,
    [
      region,
      first,
      ids,
      hashes,
      marks,
      nodes.map((node) => node.height),
      nodes.map((node) => node.index),
      nodes.map((node) => node.root),
      algorithm,
      frontier.size,
      Buffer.concat(frontier.roots),
    ],
  );
  return rows.length;
}
