import type { CaseView } from '@yiwang/handle';

/** The role that approves more time (延期) for a clock; undefined where nobody is asked. */
export function approverOf({ clocks, definition }: CaseView, id: number): string | undefined {
  const element = clocks.find((clock) => clock.id === id)?.element ?? '';
  const node = definition.nodes.get(element);
  const rule = node !== undefined && 'clock' in node ? node.clock : definition.scopes.get(element)?.clock;
  return rule?.extensionRole;
}
