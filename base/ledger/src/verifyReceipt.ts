import { isFault } from '@yiwang/faults';
import { entryContent } from './entry.ts';
import { leafHash, type Hash } from './merkleTree.ts';
import type { Receipt } from './receipt.ts';
import { sha256 } from './sha256.ts';
import { sm3 } from './sm3.ts';
import { verifyInclusion } from './verifyInclusion.ts';
import { verifyNote, type Verifier } from './verifyNote.ts';

const hashes: Readonly<Record<string, Hash>> = { 'sha-256': sha256, sm3 };

export type ReceiptVerdict =
  | { readonly valid: true; readonly origin: string; readonly size: number; readonly by: Verifier }
  | { readonly valid: false; readonly problem: 'malformed' | 'key unknown' | 'forged' | 'other book' | 'not included' };

/**
 * Whether a receipt proves its entry: the entry's hash leads by the path to the root that a trusted key has signed for the
 * entry's own book. Offline and in a browser; never throws for what the receipt holds.
 */
export async function verifyReceipt(receipt: Receipt, trusted: readonly Verifier[]): Promise<ReceiptVerdict> {
  try {
    return await judge(receipt, trusted);
  } catch (error) {
    // Whatever shape a stranger's document has, it ends here as malformed.
    if (isFault(error) || error instanceof TypeError || error instanceof SyntaxError) {
      return { valid: false, problem: 'malformed' };
    }
    throw error;
  }
}

async function judge(receipt: Receipt, trusted: readonly Verifier[]): Promise<ReceiptVerdict> {
  const { entry, inclusion, algorithm } = receipt;
  const hash = Object.hasOwn(hashes, algorithm) ? hashes[algorithm] : undefined;
  if (receipt.format !== 'yiwang-receipt/1' || hash === undefined || inclusion.path.length > 64) {
    return { valid: false, problem: 'malformed' };
  }
  const { verdict, note, ...signed } = await verifyNote(receipt.checkpoint, trusted);
  if (verdict !== 'signed' || !('by' in signed)) {
    return { valid: false, problem: verdict === 'forged' ? 'forged' : 'key unknown' };
  }
  const extensions = algorithm === 'sha-256' ? '' : `hash ${algorithm}`;
  if (note.origin !== `${signed.by.name}/${entry.region}` || note.extensions.join('\n') !== extensions) {
    return { valid: false, problem: 'other book' };
  }
  const path = inclusion.path.map((part) => Uint8Array.fromBase64(part));
  const leaf = leafHash(hash, entryContent(entry, algorithm));
  const proof = { index: inclusion.index, size: inclusion.size, path };
  const included = inclusion.size === note.size && verifyInclusion(leaf, proof, note.root, hash);
  if (!included) return { valid: false, problem: 'not included' };
  return { valid: true, origin: note.origin, size: note.size, by: signed.by };
}
