import { innerNodes } from './innerNodes.ts';
import type { FeelNode } from './tree.ts';

/** Whether a node or anything inside it is such a node. */
export function mentions(node: FeelNode, wanted: (node: FeelNode) => boolean): boolean {
  return wanted(node) || innerNodes(node).some((inner) => mentions(inner, wanted));
}
