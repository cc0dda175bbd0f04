import type { XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';

export interface Requiring {
  readonly id: string;
  /** Of this model; what is required of others is no part of its order. */
  readonly requires: readonly string[];
  readonly element: XmlElement;
}

const maxChain = 200;

/** The elements so that each stands after those it requires. @throws judge.cycle, also for chains longer than 200. */
export function inOrder<T extends Requiring>(elements: readonly T[], file: string): T[] {
  const byId = new Map(elements.map((element) => [element.id, element]));
  /** How long the longest chain below an element is; Infinity while it is being visited. */
  const lengths = new Map<string, number>();
  const ordered: T[] = [];
  const visit = (node: T): number => {
    const known = lengths.get(node.id);
    if (known !== undefined && known < maxChain) return known;
    const refused = (): never => {
      throw faults.cycle({ file, line: node.element.line, id: node.id });
    };
    if (known !== undefined || lengths.size - ordered.length > maxChain) return refused();
    lengths.set(node.id, Number.POSITIVE_INFINITY);
    let length = 0;
    for (const id of node.requires) {
      const next = byId.get(id);
      if (next !== undefined) length = Math.max(length, 1 + visit(next));
    }
    if (length > maxChain) return refused();
    lengths.set(node.id, length);
    ordered.push(node);
    return length;
  };
  for (const element of elements) visit(element);
  return ordered;
}
