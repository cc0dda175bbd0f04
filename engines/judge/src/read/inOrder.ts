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
  const done = new Set<string>();
  const path = new Set<string>();
  const ordered: T[] = [];
  const visit = (node: T): void => {
    if (done.has(node.id)) return;
    if (path.has(node.id) || path.size > maxChain) {
      throw faults.cycle({ file, line: node.element.line, id: node.id });
    }
    path.add(node.id);
    for (const id of node.requires) {
      const next = byId.get(id);
      if (next !== undefined) visit(next);
    }
    path.delete(node.id);
    done.add(node.id);
    ordered.push(node);
  };
  for (const element of elements) visit(element);
  return ordered;
}
