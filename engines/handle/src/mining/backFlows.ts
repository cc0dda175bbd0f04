import type { ProcessMap } from './processMap.ts';

/**
 * The flows that lead back: each cycle of the drawing has one, the flow that reaches a node which is on the way to it.
 * Walked without recursion, for a drawing may be a chain of ten thousand.
 */
export function backFlows({ nodes, flows }: ProcessMap): ReadonlySet<string> {
  const back = new Set<string>();
  const state = new Map<string, 'on the way' | 'done'>();
  const attached = Map.groupBy(nodes.values(), (node) => node.attachedTo);
  const starts = [...nodes.values()].filter((node) => node.incoming.length === 0 && node.attachedTo === undefined);
  /** The way out of a node, by its own flows and by the events on its boundary. */
  const waysOf = (id: string) => [
    ...(nodes.get(id)?.outgoing ?? []).map((flow) => ({ flow, to: flows.get(flow)?.to ?? '' })),
    ...(attached.get(id) ?? []).map((event) => ({ flow: '', to: event.id })),
  ];
  for (const root of [...starts, ...nodes.values()]) {
    if (state.has(root.id)) continue;
    const stack = [{ id: root.id, ways: waysOf(root.id).values() }];
    state.set(root.id, 'on the way');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const way = top.ways.next();
      if (way.done === true) {
        state.set(top.id, 'done');
        stack.pop();
        continue;
      }
      const { flow, to } = way.value;
      const known = state.get(to);
      if (known === 'on the way') back.add(flow);
      if (known !== undefined || !nodes.has(to)) continue;
      state.set(to, 'on the way');
      stack.push({ id: to, ways: waysOf(to).values() });
    }
  }
  back.delete('');
  return back;
}
