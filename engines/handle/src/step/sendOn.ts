import { faults } from '../faults.ts';
import { isTrue } from '../model/expression.ts';
import { isActivity, type FlowNode } from '../model/processDefinition.ts';
import { happened, nodeOf, type Draft } from './draft.ts';
import { variablesAt } from './variables.ts';

/** A token goes out of a node, by every flow that is taken. */
export function sendOn(draft: Draft, node: FlowNode, scope: number): void {
  const flows = takenFlows(draft, node, scope);
  const times = isActivity(node) ? node.completionQuantity : 1;
  for (const id of flows)
    for (let time = 0; time < times; time += 1) {
      const to = nodeOf(draft, draft.definition.flows.get(id)?.to ?? '');
      happened(draft, 'token.moved', to.id, { flow: id });
      draft.arrivals.push({ do: 'enter', node: to, scope, via: id });
    }
}

/** The flows that a token takes out of a node. @throws handle.stuck where a gateway has none */
function takenFlows(draft: Draft, node: FlowNode, scope: number): readonly string[] {
  const choice = node.kind === 'exclusiveGateway' || node.kind === 'inclusiveGateway' || node.kind === 'complexGateway';
  if (!choice && !isActivity(node)) return node.outgoing; // conditions elsewhere mean nothing
  const variables = variablesAt(draft.state, scope);
  const holds = (id: string): boolean => {
    const condition = draft.definition.flows.get(id)?.condition;
    return condition === undefined || isTrue(condition, variables);
  };
  const others = node.outgoing.filter((id) => id !== node.defaultFlow);
  if (node.kind === 'exclusiveGateway') {
    const first = others.find(holds) ?? node.defaultFlow;
    return first === undefined ? stuck(node) : [first];
  }
  const taken = others.filter(holds);
  if (node.defaultFlow === undefined) return taken.length === 0 && choice ? stuck(node) : taken;
  const chosen = taken.some((id) => choice || draft.definition.flows.get(id)?.condition !== undefined);
  return chosen ? taken : [...taken, node.defaultFlow];
}

function stuck(node: FlowNode): never {
  throw faults.stuck({ element: node.id });
}
