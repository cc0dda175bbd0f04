import { equalBytes } from './equalBytes.ts';
import type { Finding } from './finding.ts';
import { appendLeaf, foldRoots, type Frontier, type Hash } from './merkleTree.ts';
import { storedHeights } from './placeEntries.ts';

/**
 * The tree of a book, rebuilt leaf by leaf and compared with the stored nodes and the signed checkpoints.
 *
 * Where leaves and a stored node differ, two trees go on: one by the leaves, one that believes the stored node. The next
 * checkpoint says which is the true one, and so whether the leaves or the node were altered; the other is dropped.
 */
export interface TreeCheck {
  readonly size: number;
  addLeaf(leaf: Uint8Array, stored: (height: number, index: number) => Uint8Array | undefined): void;
  /** Compares with a truly signed root of the present size. */
  meetCheckpoint(root: Uint8Array): void;
  /** Compares with the right edge in the book's row, and reports what no checkpoint decided. */
  finish(book: Frontier): void;
}

export function checkTree(hash: Hash, report: (finding: Finding) => void): TreeCheck {
  let tree: Frontier = { size: 0, roots: [] };
  let byNodes: Frontier | undefined;
  let disputed: { from: number; to: number }[] = [];
  let lastGood = 0;
  let broken = false;

  function settle(found: 'leaves altered' | 'node altered' | 'leaves or node altered'): void {
    for (const range of disputed) report({ found, ...range });
    disputed = [];
    byNodes = undefined;
  }

  return {
    get size() {
      return tree.size;
    },
    addLeaf(leaf, stored) {
      if ((tree.size + 1) % 2 ** storedHeights !== 0) {
        appendLeaf(hash, tree, leaf);
        if (byNodes !== undefined) appendLeaf(hash, byNodes, leaf);
        return;
      }
      const believing = byNodes ?? { size: tree.size, roots: [...tree.roots] };
      appendLeaf(hash, tree, leaf);
      appendLeaf(hash, believing, leaf, (height, index, root) => {
        if (height % storedHeights !== 0) return undefined;
        const kept = stored(height, index);
        if (kept !== undefined && equalBytes(kept, root)) return undefined;
        disputed.push({ from: index * 2 ** height, to: (index + 1) * 2 ** height });
        return kept;
      });
      if (disputed.length > 0) byNodes = believing;
    },
    meetCheckpoint(root) {
      const leavesFit = equalBytes(foldRoots(hash, tree.roots), root);
      const nodesFit = byNodes !== undefined && equalBytes(foldRoots(hash, byNodes.roots), root);
      if (leavesFit) {
        settle('node altered');
      } else if (byNodes !== undefined && nodesFit) {
        tree = byNodes;
        settle('leaves altered');
      } else {
        if (!broken) report({ found: 'checkpoint inconsistent', size: tree.size, from: lastGood });
        broken = true;
        return;
      }
      broken = false;
      lastGood = tree.size;
    },
    finish(book) {
      const fits = (other: Frontier): boolean =>
        other.size === book.size &&
        other.roots.length === book.roots.length &&
        other.roots.every((root, at) => equalBytes(root, book.roots[at] ?? root));
      if (!fits(tree) && (byNodes === undefined || !fits(byNodes))) report({ found: 'book altered' });
      settle('leaves or node altered');
    },
  };
}
