import type { XmlElement } from '@yiwang/xml';
import type { Model } from './indexModel.ts';
import type { Refuse, Rule } from './reasons.ts';
import { flowNodes, scopes } from './kinds.ts';

/** Every node can be reached and left: in a scope with start events nothing else begins by itself, nor ends where end events do. */
export const connected: Rule = (model, refuse) => {
  for (const scope of model.named(...scopes)) {
    if (scope.name === 'adHocSubProcess') continue;
    const nodes = scope.children.filter((child) => flowNodes.has(child.name));
    const starts = nodes.some((node) => node.name === 'startEvent');
    const ends = nodes.some((node) => node.name === 'endEvent');
    const instantiates = nodes.some(
      (node) => node.attributes['instantiate'] === 'true' && model.into(node).length === 0,
    );
    if (ends && !starts && !instantiates) refuse(scope, 'noStart');
    if (starts && !ends) refuse(scope, 'noEnd');
    for (const node of nodes) checkNode(model, node, starts, ends, refuse);
  }
};

function checkNode(model: Model, node: XmlElement, starts: boolean, ends: boolean, refuse: Refuse): void {
  const { name, attributes } = node;
  if (attributes['triggeredByEvent'] === 'true' || attributes['isForCompensation'] === 'true') return;
  const definitions = model.definitionsOf(node).map((definition) => definition.name);
  const link = definitions.includes('linkEventDefinition');
  const intermediate = name === 'intermediateCatchEvent' || name === 'intermediateThrowEvent';
  const begins =
    name === 'startEvent' ||
    name === 'boundaryEvent' ||
    attributes['instantiate'] === 'true' ||
    (link && name === 'intermediateCatchEvent');
  if (!begins && (starts || intermediate) && model.into(node).length === 0) refuse(node, 'noIncoming');
  const finishes =
    name === 'endEvent' ||
    (link && name === 'intermediateThrowEvent') ||
    (name === 'boundaryEvent' && definitions.includes('compensateEventDefinition'));
  const leaves = ends || intermediate || name === 'startEvent' || name === 'boundaryEvent';
  if (!finishes && leaves && model.from(node).length === 0) refuse(node, 'noOutgoing');
}
