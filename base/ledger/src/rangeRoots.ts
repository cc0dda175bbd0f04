import type { Sql } from '@yiwang/postgres';
import { hashOf, type Algorithm } from './algorithm.ts';
import { ledgerFaults as faults } from './faults.ts';
import { foldRoots, nodeHash } from './merkleTree.ts';
import { storedHeights } from './placeEntries.ts';
import { completeSubtrees, type Range } from './proofRanges.ts';

interface Part {
  /** Stored height that the part is computed from, 0 for leaves. */
  readonly base: number;
  readonly start: number;
  readonly end: number;
}

/** The roots of subtrees of a book, from the leaves and stored nodes that they need: O(log n) rows, two statements. */
export async function rangeRoots(
  sql: Sql,
  region: string,
  algorithm: Algorithm,
  ranges: readonly Range[],
): Promise<Uint8Array[]> {
  const hash = hashOf[algorithm];
  const plan = ranges.map((range) =>
    completeSubtrees(range).map(({ height, index }): Part => {
      const base = height - (height % storedHeights);
      const width = 2 ** (height - base);
      return { base, start: index * width, end: (index + 1) * width };
    }),
  );
  const stored = await readParts(sql, region, plan.flat());
  const rootOf = ({ base, start, end }: Part): Uint8Array => {
    let level: Uint8Array[] = [];
    for (let at = start; at < end; at++) {
      const found = stored.get(`${base}/${at}`);
      if (found === undefined) throw faults.damaged({ region, place: at * 2 ** base });
      level.push(found);
    }
    while (level.length > 1) {
      level = level.flatMap((left, at) => {
        const right = level[at + 1];
        return at % 2 === 0 && right !== undefined ? [nodeHash(hash, left, right)] : [];
      });
    }
    return foldRoots(hash, level);
  };
  return plan.map((parts) => foldRoots(hash, parts.map(rootOf)));
}

async function readParts(sql: Sql, region: string, parts: readonly Part[]): Promise<Map<string, Uint8Array>> {
  const stored = new Map<string, Uint8Array>();
  const leaves = parts.filter((part) => part.base === 0);
  const nodes = parts.filter((part) => part.base > 0);
  for (const row of await sql.query<{ seq: number; hash: Uint8Array }>(
    `SELECT l.seq, l.hash FROM unnest($2::bigint[], $3::bigint[]) AS p (first, last)
     JOIN ledger.leaf l ON l.region = $1 AND l.seq >= p.first AND l.seq < p.last`,
    [region, leaves.map((part) => part.start), leaves.map((part) => part.end)],
  )) {
    stored.set(`0/${row.seq}`, row.hash);
  }
  if (nodes.length === 0) return stored;
  for (const row of await sql.query<{ height: number; index: number; hash: Uint8Array }>(
    `SELECT n.height, n.index, n.hash FROM unnest($2::smallint[], $3::bigint[], $4::bigint[]) AS p (base, first, last)
     JOIN ledger.node n ON n.region = $1 AND n.height = p.base AND n.index >= p.first AND n.index < p.last`,
    [region, nodes.map((part) => part.base), nodes.map((part) => part.start), nodes.map((part) => part.end)],
  )) {
    stored.set(`${row.height}/${row.index}`, row.hash);
  }
  return stored;
}
