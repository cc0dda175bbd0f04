import type { FeelNode } from './tree.ts';

/** Whether a node or anything inside it is such a node. */
export function mentions(node: FeelNode, wanted: (node: FeelNode) => boolean): boolean {
  return (
    wanted(node) || Object.values(node).some((part: unknown) => nodesIn(part).some((inner) => mentions(inner, wanted)))
  );
}

/** Nodes inside a property of a node, at whatever level of lists and pairs. */
function nodesIn(part: unknown): FeelNode[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  if (typeof part !== 'object' || part === null) return [];
  if (isNode(part)) return [part];
  return Object.getPrototypeOf(part) === Object.prototype ? Object.values(part).flatMap(nodesIn) : [];
}

function isNode(part: object): part is FeelNode {
  return 'kind' in part && 'from' in part && 'to' in part;
}
