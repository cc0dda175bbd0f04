import type { Sql } from '@yiwang/postgres';
import type { Algorithm } from './algorithm.ts';
import { readBook } from './book.ts';
import type { Entry } from './entry.ts';
import { ledgerFaults as faults } from './faults.ts';
import { entryColumns, entryFrom, isWaiting, type EntryRow } from './findEntries.ts';
import { latestCheckpoint } from './latestCheckpoint.ts';
import { proveInclusion } from './proveInclusion.ts';

/** A JSON document that proves an entry without the database; `verifyReceipt` reads it. */
export interface Receipt {
  readonly format: 'yiwang-receipt/1';
  readonly algorithm: Algorithm;
  readonly entry: Entry;
  /** Audit path from the entry to the checkpoint's root, base64. */
  readonly inclusion: { readonly index: number; readonly size: number; readonly path: readonly string[] };
  /** The signed note. */
  readonly checkpoint: string;
}

/** @throws ledger.entryUnknown, ledger.notPlaced while no signed checkpoint covers the entry (about half a second). */
export async function receiptFor(sql: Sql, region: string, entryId: string): Promise<Receipt> {
  const [row] = await sql.query<EntryRow>(
    `SELECT ${entryColumns} FROM ledger.entry e WHERE e.region = $1 AND e.id = $2`,
    [region, entryId],
  );
  if (row === undefined) {
    const waiting = await isWaiting(sql, region, entryId);
    throw waiting ? faults.notPlaced({ id: entryId }) : faults.entryUnknown({ region, id: entryId });
  }
  const checkpoint = await latestCheckpoint(sql, region);
  if (checkpoint === undefined) throw faults.notPlaced({ id: entryId });
  const { algorithm } = await readBook(sql, region);
  const { index, size, path } = await proveInclusion(sql, region, entryId, checkpoint.size);
  return {
    format: 'yiwang-receipt/1',
    algorithm,
    entry: entryFrom(row),
    inclusion: { index, size, path: path.map((part) => Uint8Array.from(part).toBase64()) },
    checkpoint: checkpoint.note,
  };
}
