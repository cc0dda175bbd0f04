/** A hash function of 32 bytes output. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** RFC 6962 §2.1: leaves and inner nodes are told apart by their first byte. */
export function leafHash(hash: Hash, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + content.length);
  bytes.set(content, 1);
  return hash(bytes);
}

export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return hash(bytes);
}

/** The right edge of a tree: roots of its maximal complete subtrees, largest first. All that appending needs. */
export interface Frontier {
  size: number;
  readonly roots: Uint8Array[];
}

/**
 * Adds a leaf in place; tells each complete subtree that it closed, by height and index. A root that `closed` gives back
 * stands in for the computed one.
 */
export function appendLeaf(
  hash: Hash,
  frontier: Frontier,
  leaf: Uint8Array,
  closed: (height: number, index: number, root: Uint8Array) => Uint8Array | undefined = () => undefined,
): void {
  let root = leaf;
  let index = frontier.size;
  for (let height = 1; index % 2 === 1; height++) {
    const left = frontier.roots.pop();
    if (left === undefined) break;
    root = nodeHash(hash, left, root);
    index = (index - 1) / 2;
    root = closed(height, index, root) ?? root;
  }
  frontier.roots.push(root);
  frontier.size += 1;
}

/** The root of roots side by side, largest first, as RFC 6962 folds them; the hash of nothing for an empty tree. */
export function foldRoots(hash: Hash, roots: readonly Uint8Array[]): Uint8Array {
  if (roots.length === 0) return hash(new Uint8Array(0));
  return roots.reduceRight((right, left) => nodeHash(hash, left, right));
}
