import type { EntryList, LedgerEntry } from '@yiwang/contract';
import { isFault } from '@yiwang/faults';
import { findVerifiers, latestCheckpoint, readNote, receiptFor, verifyReceipt, type Entry } from '@yiwang/ledger';
import type { Sql } from '@yiwang/postgres';

/** Entries with their place and whether their way to the signed root was recomputed just now, from their own content. */
export async function verifiedEntries(sql: Sql, region: string, entries: readonly Entry[]): Promise<EntryList> {
  const places = await sql.query<{ entry: string; seq: number; hash: Buffer }>(
    `SELECT entry, seq, hash FROM ledger.leaf WHERE region = $1 AND entry = ANY($2::uuid[])`,
    [region, entries.map(({ id }) => id)],
  );
  const placeOf = new Map(places.map((place) => [place.entry, place]));
  const checkpoint = await latestCheckpoint(sql, region);
  const trusted = await findVerifiers(sql);
  const isVerified = async (id: string): Promise<boolean> => {
    try {
      return (await verifyReceipt(await receiptFor(sql, region, id), trusted)).valid;
    } catch (error) {
      if (isFault(error, 'ledger.notPlaced')) return false;
      throw error;
    }
  };
  const told: LedgerEntry[] = [];
  for (const entry of entries) {
    const place = placeOf.get(entry.id);
    told.push({
      id: entry.id,
      region,
      seq: place?.seq ?? null,
      at: entry.at,
      kind: entry.kind,
      actor: entry.actor,
      subject: entry.subject,
      reason: entry.reason ?? null,
      hash: place?.hash.toString('hex') ?? '',
      verified: place !== undefined && (await isVerified(entry.id)),
    });
  }
  if (checkpoint === undefined) return { entries: told, checkpoint: null };
  const note = readNote(checkpoint.note);
  return {
    entries: told,
    checkpoint: {
      size: note.size,
      root: note.root.toHex(),
      at: checkpoint.at.toISOString(),
      keyId: note.signatures[0]?.keyId ?? '',
    },
  };
}
