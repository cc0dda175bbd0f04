import type { XmlElement } from '@yiwang/xml';
import { refuseAt } from '../refusal.ts';
import { boundaryEvents } from './boundaryEvents.ts';
import { bindings, calls } from './calls.ts';
import { connected } from './connected.ts';
import { dataAssociations, dataItems } from './dataItems.ts';
import { escalations } from './escalations.ts';
import { eventBasedGateways } from './eventBasedGateways.ts';
import { eventData } from './eventData.ts';
import { eventSubprocesses } from './eventSubprocesses.ts';
import { conditionsAndTimes } from './expressions.ts';
import { flowEnds, flowLists } from './flowEnds.ts';
import { gateways } from './gateways.ts';
import { indexModel, type Model } from './indexModel.ts';
import { links } from './links.ts';
import { messageFlows, messageTasks } from './messages.ts';
import { otherEvents } from './otherEvents.ts';
import { declarations, handlers, placement } from './placement.ts';
import { constraintReasons, type Refuse, type Rule } from './reasons.ts';
import { references } from './references.ts';
import { startEvents } from './startEvents.ts';
import { uniqueIds } from './uniqueIds.ts';

/** In the order in which an author would mend them: what things are called, what they refer to, how they are connected. */
const rules: readonly Rule[] = [
  uniqueIds,
  references,
  flowEnds,
  startEvents,
  otherEvents,
  boundaryEvents,
  eventSubprocesses,
  links,
  eventBasedGateways,
  gateways,
  connected,
  flowLists,
  handlers,
  placement,
  declarations,
  conditionsAndTimes,
  escalations,
  calls,
  bindings,
  messageFlows,
  messageTasks,
  dataItems,
  dataAssociations,
  eventData,
];

/**
 * Holds a model against the rules of BPMN 2.0 that a schema can't express.
 * @throws handle.modelRefused with the element that breaks one
 */
export function checkConstraints(root: XmlElement, file: string): void {
  const model = indexModel(root);
  const refuse: Refuse = (element, reason, params = {}) => {
    const { id } = reason === 'noId' ? {} : nearestId(model, element);
    const attributes = id === undefined ? element.attributes : { ...element.attributes, id };
    return refuseAt(file, { ...element, attributes }, constraintReasons[reason], params);
  };
  for (const rule of rules) rule(model, refuse);
}

/** By which an author finds an element: its own id, or that of what it stands in. */
function nearestId(model: Model, element: XmlElement): { readonly id?: string } {
  for (let at: XmlElement | undefined = element; at !== undefined; at = model.parentOf(at)) {
    const { id } = at.attributes;
    if (id !== undefined && at !== model.root) return { id };
  }
  return {};
}
