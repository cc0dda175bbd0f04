import { nodeHash, type Hash } from './merkleTree.ts';
import { equalBytes } from './equalBytes.ts';
import { sha256 } from './sha256.ts';

export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly path: readonly Uint8Array[];
}

/** Whether the tree of `to` leaves only adds to the tree of `from` leaves (RFC 9162 §2.1.4.2). Pure. */
export function verifyConsistency(
  proof: ConsistencyProof,
  fromRoot: Uint8Array,
  toRoot: Uint8Array,
  hash: Hash = sha256,
): boolean {
  const { from, to } = proof;
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) return false;
  if (proof.path.some((part) => part.length !== 32)) return false;
  if (from === to) return proof.path.length === 0 && equalBytes(fromRoot, toRoot);
  if (from === 0) return proof.path.length === 0 && equalBytes(fromRoot, hash(new Uint8Array(0)));
  let at = from - 1;
  let last = to - 1;
  while (at % 2 === 1) [at, last] = [(at - 1) / 2, Math.floor(last / 2)];
  // A complete older tree is a node of the newer one, and the path leaves it out.
  const [first, ...rest] = at === 0 ? [fromRoot, ...proof.path] : proof.path;
  if (first === undefined) return false;
  let [older, newer] = [first, first];
  for (const part of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = nodeHash(hash, part, older);
      newer = nodeHash(hash, part, newer);
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      newer = nodeHash(hash, newer, part);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && equalBytes(older, fromRoot) && equalBytes(newer, toRoot);
}
