import type { FeelNode } from './tree.ts';

/** The nodes right inside a node, in whatever list or pair of its they stand; values and types hold none. */
export function innerNodes(node: FeelNode): FeelNode[] {
  return nodesIn(node);
}

function nodesIn(part: object): FeelNode[] {
  return Object.values(part).flatMap((value: unknown): FeelNode[] => {
    if (typeof value !== 'object' || value === null) return [];
    if (isNode(value)) return [value];
    return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype ? nodesIn(value) : [];
  });
}

function isNode(part: object): part is FeelNode {
  return 'kind' in part && 'from' in part && 'to' in part;
}
