import { nodeHash, type Hash } from './merkleTree.ts';
import { equalBytes } from './equalBytes.ts';
import { sha256 } from './sha256.ts';

export interface InclusionProof {
  /** Place of the leaf, from 0. */
  readonly index: number;
  /** Leaves of the tree that the path leads to. */
  readonly size: number;
  readonly path: readonly Uint8Array[];
}

/** The root that a leaf and its audit path lead to (RFC 9162 §2.1.3.2); undefined when the path has the wrong length. */
export function rootByInclusion(leaf: Uint8Array, proof: InclusionProof, hash: Hash = sha256): Uint8Array | undefined {
  if (!Number.isSafeInteger(proof.size) || !Number.isSafeInteger(proof.index)) return undefined;
  if (proof.index < 0 || proof.index >= proof.size) return undefined;
  let at = proof.index;
  let last = proof.size - 1;
  let root = leaf;
  for (const sibling of proof.path) {
    if (last === 0 || sibling.length !== 32) return undefined;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(hash, sibling, root);
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      root = nodeHash(hash, root, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}

/** Whether a leaf hash is at its place in the tree with this root. Pure: needs neither database nor network. */
export function verifyInclusion(
  leaf: Uint8Array,
  proof: InclusionProof,
  root: Uint8Array,
  hash: Hash = sha256,
): boolean {
  const reached = rootByInclusion(leaf, proof, hash);
  return reached !== undefined && equalBytes(reached, root);
}
