import type { CaseReceipt } from '@yiwang/contract';
import { isFault } from '@yiwang/faults';
import { findEntries, findVerifiers, receiptFor } from '@yiwang/ledger';
import type { Sql } from '@yiwang/postgres';

const most = 200;

/** What was done with a case and has its place in the book, each with its proof; what waits for its place is not in it yet. */
export async function caseReceipt(sql: Sql, region: string, id: string, number: string): Promise<CaseReceipt> {
  const entries = await findEntries(sql, { region, subject: `case:${id}`, limit: most });
  const receipts: CaseReceipt['receipts'] = [];
  for (const entry of entries) {
    try {
      const receipt = await receiptFor(sql, region, entry.id);
      receipts.push({ ...receipt, inclusion: { ...receipt.inclusion, path: [...receipt.inclusion.path] } });
    } catch (error) {
      if (!isFault(error, 'ledger.notPlaced')) throw error;
    }
  }
  return { format: 'yiwang-case-receipt/1', number, receipts, verifiers: [...(await findVerifiers(sql))] };
}
