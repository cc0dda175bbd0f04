import { isTrue } from '../model/expression.ts';
import type { ComplexGateway, FlowNode, ProcessDefinition } from '../model/processDefinition.ts';
import type { Token } from './caseState.ts';
import { change, nodeOf, replaceToken, type Draft } from './draft.ts';
import { rest } from './rest.ts';
import { sendOn } from './sendOn.ts';
import { variablesAt } from './variables.ts';

function waitingAt(draft: Draft, node: FlowNode, scope: number): Token[] {
  return draft.state.tokens.filter((token) => token.element === node.id && token.scope === scope);
}

function take(draft: Draft, taken: readonly (Token | undefined)[]): void {
  change(draft, { tokens: draft.state.tokens.filter((token) => !taken.includes(token)) });
}

/** @returns true when every incoming flow has brought a token; one of each is taken then */
export function arriveAtParallel(draft: Draft, node: FlowNode, scope: number, via: string | null): boolean {
  if (node.incoming.length <= 1) return true;
  rest(draft, node.id, scope, via);
  const waiting = waitingAt(draft, node, scope);
  const taken = node.incoming.map((flow) => waiting.find((token) => token.via === flow));
  if (taken.includes(undefined)) return false;
  take(draft, taken);
  return true;
}

/**
 * A complex gateway goes off as soon as its condition holds on the number of tokens that came (`activationCount`); those
 * that come later are taken, until one has come by each flow and it begins anew.
 */
export function arriveAtComplex(draft: Draft, node: ComplexGateway, scope: number, via: string | null): boolean {
  if (node.incoming.length <= 1) return true;
  rest(draft, node.id, scope, via);
  const waiting = waitingAt(draft, node, scope);
  const wentOff = waiting.some((token) => token.state === 'spent');
  const goesOff = !wentOff && holds(draft, node, scope, waiting.length);
  if (wentOff || goesOff) for (const token of waiting) replaceToken(draft, { ...token, state: 'spent' });
  if ((wentOff || goesOff) && waiting.length >= node.incoming.length)
    change(draft, {
      tokens: draft.state.tokens.filter((token) => token.element !== node.id || token.scope !== scope),
    });
  return goesOff;
}

function holds(
  draft: Draft,
  { activation, incoming }: ComplexGateway,
  scope: number,
  activationCount: number,
): boolean {
  if (activation === undefined) return activationCount >= incoming.length;
  return isTrue(activation, { ...variablesAt(draft.state, scope), activationCount });
}

/**
 * Lets an inclusive gateway go off for which nothing more can come: a token elsewhere counts only where it can reach a
 * flow that has brought none, and no flow that has (BPMN 2.0, 13.4.3).
 * @returns whether one went off
 */
export function releaseInclusive(draft: Draft): boolean {
  const { state, definition } = draft;
  for (const token of state.tokens) {
    const node = nodeOf(draft, token.element);
    if (node.kind !== 'inclusiveGateway' || token.state !== 'live') continue;
    const { scope } = token;
    const waiting = waitingAt(draft, node, scope);
    const brought = node.incoming.filter((flow) => waiting.some((one) => one.via === flow));
    const others = state.tokens.filter((one) => one.scope === scope && one.state === 'live' && one.element !== node.id);
    const sources = (flows: readonly string[]) => reachedBackFrom(definition, node.id, flows);
    const late = sources(node.incoming.filter((flow) => !brought.includes(flow)));
    const early = sources(brought);
    if (others.some((one) => late.has(one.element) && !early.has(one.element))) continue;
    const taken = brought.map((flow) => waiting.find((one) => one.via === flow));
    take(draft, taken.length === 0 ? [token] : taken);
    sendOn(draft, node, scope);
    return true;
  }
  return false;
}

/** Nodes from which one of the flows can be reached without passing the gateway that they lead to. */
function reachedBackFrom(
  definition: ProcessDefinition,
  gateway: string,
  flows: readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const next = flows.map((id) => definition.flows.get(id)?.from ?? '');
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === gateway || found.has(id)) continue;
    found.add(id);
    const node = definition.nodes.get(id);
    if (node === undefined) continue;
    if (node.kind === 'boundaryEvent') next.push(node.attachedTo);
    for (const flow of node.incoming) next.push(definition.flows.get(flow)?.from ?? '');
  }
  return found;
}
