import type { Rule } from './reasons.ts';
import { flowNodes } from './kinds.ts';

/** A sequence flow stays in the pool and in the subprocess that it stands in. */
export const flowEnds: Rule = (model, refuse) => {
  for (const flow of model.named('sequenceFlow')) {
    const scope = model.parentOf(flow);
    for (const name of ['sourceRef', 'targetRef']) {
      const node = model.find(flow.attributes[name]);
      if (node !== undefined && model.parentOf(node) !== scope)
        refuse(flow, 'crossingFlow', { value: node.attributes['id'] ?? '', scope: scope?.attributes['id'] ?? '' });
    }
    if (flow.attributes['isImmediate'] === 'false') refuse(flow, 'notImmediate');
  }
};

/** Where nodes list their flows (`incoming`, `outgoing`), the lists agree with the flows. */
export const flowLists: Rule = (model, refuse) => {
  if (model.named('incoming', 'outgoing').length === 0) return;
  for (const node of model.named(...flowNodes))
    for (const name of ['incoming', 'outgoing']) {
      const listed = new Set<string>();
      for (const child of node.children)
        if (child.name === name) listed.add(model.find(child.text)?.attributes['id'] ?? child.text.trim());
      const flows = new Set(
        (name === 'incoming' ? model.into(node) : model.from(node)).map((flow) => flow.attributes['id'] ?? ''),
      );
      const wrong = [...listed].find((id) => !flows.has(id));
      if (wrong !== undefined) refuse(node, 'listedFlow', { name, value: wrong });
      const missing = [...flows].find((id) => !listed.has(id));
      if (missing !== undefined) refuse(node, 'unlistedFlow', { name, value: missing });
    }
};
