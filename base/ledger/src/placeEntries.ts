import type { Sql } from '@yiwang/postgres';
import { hashOf } from './algorithm.ts';
import { readBook } from './book.ts';
import { canonicalJson } from './canonicalJson.ts';
import { entryContent, type Entry } from './entry.ts';
import { marksOf } from './marks.ts';
import { appendLeaf, leafHash } from './merkleTree.ts';

/** Every 8th height of the tree is stored: 1 row per 256 leaves, and a proof reads 255 rows of a height at the most. */
export const storedHeights = 8;

/** An entry as the inbox has it. */
type Waiting = Omit<Entry, 'region'>;

/**
 * Unpacks committed entries of a book, about `most` of them, and gives them their place, in the order of their inbox rows'
 * ids. The caller holds the sequencer's lock, so nobody else grows the book; a crash before the commit leaves all as it was.
 * @returns how many got a place; fewer than `most` when no more were waiting.
 */
export async function placeEntries(tx: Sql, region: string, most: number): Promise<number> {
  const rows = await tx.query<{ id: string; entries: readonly Waiting[] }>(
    `SELECT id, entries::json AS entries FROM (
       SELECT id, entries, sum(count) OVER (ORDER BY id) - count AS before
       FROM (SELECT id, count, entries FROM ledger.inbox WHERE region = $1 ORDER BY id LIMIT $2) AS first) AS counted
     WHERE before < $2 ORDER BY id`,
    [region, most],
  );
  if (rows.length === 0) return 0;
  const entries = rows.flatMap((row) => row.entries.map((entry): Entry => ({ ...entry, region })));
  const { algorithm, frontier } = await readBook(tx, region);
  const hash = hashOf[algorithm];
  const first = frontier.size;
  const hashes: Uint8Array[] = [];
  const marks: Uint8Array[] = [];
  const bodies: string[] = [];
  const nodes: { height: number; index: number; root: Uint8Array }[] = [];
  for (const entry of entries) {
    const body = canonicalJson(entry.body);
    const leaf = leafHash(hash, entryContent(entry, algorithm, body));
    bodies.push(body);
    hashes.push(leaf);
    marks.push(marksOf(frontier.size, entry, body));
    appendLeaf(hash, frontier, leaf, (height, index, root) => {
      if (height % storedHeights === 0) nodes.push({ height, index, root });
      return undefined;
    });
  }
  await tx.execute(
    `WITH unpacked AS (
       INSERT INTO ledger.entry (region, id, at, kind, actor, subject, reason, body)
       SELECT $1, * FROM unnest($3::uuid[], $12::timestamptz[], $13::text[], $14::text[], $15::text[], $16::text[], $17::jsonb[])),
     placed AS (
       INSERT INTO ledger.leaf (region, seq, entry, hash, marks)
       SELECT $1, $2::bigint + n - 1, entry, hash, marks
       FROM unnest($3::uuid[], $4::bytea[], $5::bytea[]) WITH ORDINALITY AS l (entry, hash, marks, n)),
     closed AS (
       INSERT INTO ledger.node (region, height, index, hash)
       SELECT $1, * FROM unnest($6::smallint[], $7::bigint[], $8::bytea[])),
     done AS (DELETE FROM ledger.inbox WHERE region = $1 AND id = ANY ($18::uuid[]))
     INSERT INTO ledger.book (region, algorithm, size, frontier) VALUES ($1, $9, $10, $11)
     ON CONFLICT (region) DO UPDATE SET size = excluded.size, frontier = excluded.frontier`,
    [
      region,
      first,
      entries.map((entry) => entry.id),
      hashes,
      marks,
      nodes.map((node) => node.height),
      nodes.map((node) => node.index),
      nodes.map((node) => node.root),
      algorithm,
      frontier.size,
      Buffer.concat(frontier.roots),
      entries.map((entry) => entry.at),
      entries.map((entry) => entry.kind),
      entries.map((entry) => entry.actor),
      entries.map((entry) => entry.subject),
      entries.map((entry) => entry.reason ?? null),
      bodies,
      rows.map((row) => row.id),
    ],
  );
  return entries.length;
}
