import type { XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';

interface Requiring {
  readonly id: string;
  readonly requiredDecisions: readonly string[];
  readonly element: XmlElement;
}

const maxChain = 200;

/** The decisions so that each stands after those it requires. @throws judge.cycle, also for chains longer than 200. */
export function inOrder<T extends Requiring>(decisions: readonly T[], file: string): T[] {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const done = new Set<string>();
  const ordered: T[] = [];
  const visit = (decision: T, path: ReadonlySet<string>): void => {
    if (done.has(decision.id)) return;
    if (path.has(decision.id) || path.size > maxChain) {
      throw faults.cycle({ file, line: decision.element.line, id: decision.id });
    }
    const inner = new Set(path).add(decision.id);
    for (const id of decision.requiredDecisions) {
      const next = byId.get(id);
      if (next !== undefined) visit(next, inner);
    }
    done.add(decision.id);
    ordered.push(decision);
  };
  for (const decision of decisions) visit(decision, new Set());
  return ordered;
}
