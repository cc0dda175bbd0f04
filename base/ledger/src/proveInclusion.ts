import type { Sql } from '@yiwang/postgres';
import { readBook } from './book.ts';
import { ledgerFaults as faults } from './faults.ts';
import { isWaiting } from './findEntries.ts';
import { inclusionRanges } from './proofRanges.ts';
import { rangeRoots } from './rangeRoots.ts';
import type { InclusionProof } from './verifyInclusion.ts';

/** An inclusion proof, with the leaf hash that it starts from. */
export interface ProvenLeaf extends InclusionProof {
  readonly leaf: Uint8Array;
}

/**
 * The audit path of an entry in the tree of `size` entries; of the whole book unless told.
 * @throws ledger.entryUnknown, ledger.notPlaced when the tree of that size does not hold it yet.
 */
export async function proveInclusion(sql: Sql, region: string, entryId: string, size?: number): Promise<ProvenLeaf> {
  const { algorithm, frontier } = await readBook(sql, region);
  const to = size ?? frontier.size;
  if (!Number.isSafeInteger(to) || to < 0 || to > frontier.size) {
    throw faults.sizeOutOfRange({ from: 0, to, size: frontier.size });
  }
  const [place] = await sql.query<{ seq: number; hash: Uint8Array }>(
    `SELECT seq, hash FROM ledger.leaf WHERE region = $1 AND entry = $2`,
    [region, entryId],
  );
  if (place === undefined) {
    const waiting = await isWaiting(sql, region, entryId);
    throw waiting ? faults.notPlaced({ id: entryId }) : faults.entryUnknown({ region, id: entryId });
  }
  if (place.seq >= to) throw faults.notPlaced({ id: entryId });
  const path = await rangeRoots(sql, region, algorithm, inclusionRanges(place.seq, to));
  return { index: place.seq, size: to, path, leaf: place.hash };
}
