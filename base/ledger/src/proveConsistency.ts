import type { Sql } from '@yiwang/postgres';
import { readBook } from './book.ts';
import { ledgerFaults as faults } from './faults.ts';
import { consistencyRanges } from './proofRanges.ts';
import { rangeRoots } from './rangeRoots.ts';
import type { ConsistencyProof } from './verifyConsistency.ts';

/** The proof that a book of `to` entries only adds to the book of `from` entries. @throws ledger.sizeOutOfRange */
export async function proveConsistency(sql: Sql, region: string, from: number, to: number): Promise<ConsistencyProof> {
  const { algorithm, frontier } = await readBook(sql, region);
  const fits = Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to;
  if (!fits || to > frontier.size) throw faults.sizeOutOfRange({ from, to, size: frontier.size });
  return { from, to, path: await rangeRoots(sql, region, algorithm, consistencyRanges(from, to)) };
}
