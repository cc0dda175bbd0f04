import type { Token } from './caseState.ts';
import { change, happened, takeId, type Draft } from './draft.ts';
import { endTask } from './endTask.ts';
import { enterUserTask } from './enterUserTask.ts';
import { isTrue } from '../model/expression.ts';
import { faults } from '../faults.ts';
import type { BusinessRuleTask, ExclusiveGateway, FlowNode } from '../model/processDefinition.ts';
import { timerDue } from './timerDue.ts';
import { checkRoom } from './checkRoom.ts';

/** Nodes passed in one step at the most; a loop that never waits is refused when the model is read. */
const mostNodes = 1000;

/** A token on the move: it is at a node and has not been handled there. */
interface Arrival {
  readonly node: FlowNode;
  readonly via: string | null;
}

/**
 * Lets a token go out of `from` and moves everything on until each token waits or has ended. The last token that ends
 * closes the case, and so does any that comes to a terminate end event.
 * @throws handle.stuck, handle.endless, handle.decisionFailed, handle.expressionFailed, handle.tooMany
 */
export function advance(draft: Draft, from: FlowNode): void {
  const queue: Arrival[] = leave(draft, from, from.outgoing);
  for (let passed = 1; ; passed += 1) {
    const arrival = queue.shift();
    if (arrival === undefined) break;
    if (passed > mostNodes) throw faults.endless({ limit: mostNodes, element: arrival.node.id });
    if (arrival.node.kind === 'endEvent' && arrival.node.terminates) {
      cancelTheRest(draft);
      break;
    }
    queue.push(...arrive(draft, arrival));
  }
  if (draft.state.tokens.length === 0 && draft.state.state === 'open') closeCase(draft, 'completed');
}

/** Ends the case; the caller has taken tokens, tasks and timers away. */
export function closeCase(draft: Draft, outcome: 'completed' | 'withdrawn'): void {
  change(draft, { state: 'closed', outcome, closedAt: draft.at });
  happened(draft, outcome === 'completed' ? 'case.closed' : 'case.withdrawn', null, { outcome });
}

/** Nothing of a case outlives an end that terminates it: a branch left open would take in what belongs to the next case. */
function cancelTheRest(draft: Draft): void {
  for (const task of draft.state.tasks) {
    if (task.state !== 'open') continue;
    endTask(draft, task, { state: 'cancelled' });
    happened(draft, 'task.cancelled', task.element, { task: task.id });
  }
  change(draft, { tokens: [], timers: [] });
}

function leave(draft: Draft, from: FlowNode, flows: readonly string[]): Arrival[] {
  return flows.map((id) => {
    const to = draft.definition.nodes.get(draft.definition.flows.get(id)?.to ?? '');
    if (to === undefined) throw faults.stuck({ element: from.id });
    happened(draft, 'token.moved', to.id, { flow: id });
    return { node: to, via: id };
  });
}

function rest(draft: Draft, { node, via }: Arrival): Token {
  checkRoom(draft.state, 'tokens');
  const token = { id: takeId(draft), element: node.id, via, since: draft.at };
  change(draft, { tokens: [...draft.state.tokens, token] });
  return token;
}

function arrive(draft: Draft, arrival: Arrival): Arrival[] {
  const { node } = arrival;
  switch (node.kind) {
    case 'endEvent':
      return [];
    case 'startEvent':
    case 'boundaryTimer':
      return leave(draft, node, node.outgoing);
    case 'userTask':
      enterUserTask(draft, node, rest(draft, arrival));
      return [];
    case 'messageCatch':
      rest(draft, arrival);
      return [];
    case 'timerCatch': {
      const token = rest(draft, arrival);
      const dueAt = timerDue(node.timer, draft.at, draft.state.variables, node.id, { warnAt: null, dueAt: null });
      const timer = { id: takeId(draft), element: node.id, token: token.id, dueAt };
      change(draft, { timers: [...draft.state.timers, timer] });
      return [];
    }
    case 'businessRuleTask':
      decideHere(draft, node);
      return leave(draft, node, node.outgoing);
    case 'exclusiveGateway':
      return leave(draft, node, [chosenFlow(draft, node)]);
    case 'parallelGateway':
      return join(draft, arrival) ? leave(draft, node, node.outgoing) : [];
  }
}

function decideHere(draft: Draft, node: BusinessRuleTask): void {
  const { outputs, reason, rules } = draft.ports.decide(node.decision, draft.state.variables);
  if (Object.keys(outputs).length === 0) throw faults.decisionFailed({ element: node.id, decision: node.decision });
  const added = node.result === undefined ? outputs : { [node.result]: outputs };
  change(draft, { variables: { ...draft.state.variables, ...added } });
  happened(draft, 'decision.made', node.id, {
    decision: node.decision,
    outputs,
    reason: { zh: reason.zh, en: reason.en },
    rules: [...rules],
  });
}

function chosenFlow(draft: Draft, node: ExclusiveGateway): string {
  const [only] = node.outgoing;
  for (const id of node.outgoing) {
    if (id === node.defaultFlow) continue;
    const condition = draft.definition.flows.get(id)?.condition;
    if (condition === undefined ? node.outgoing.length === 1 : isTrue(condition, draft.state.variables)) return id;
  }
  if (node.defaultFlow !== undefined) return node.defaultFlow;
  throw faults.stuck({ element: node.id, ...(only === undefined ? {} : { flow: only }) });
}

/** True when every incoming flow has brought a token; one token of each flow is taken then. */
function join(draft: Draft, arrival: Arrival): boolean {
  rest(draft, arrival);
  const taken = arrival.node.incoming.map((flow) =>
    draft.state.tokens.find((token) => token.element === arrival.node.id && token.via === flow),
  );
  if (taken.some((token) => token === undefined)) return false;
  change(draft, { tokens: draft.state.tokens.filter((token) => !taken.includes(token)) });
  return true;
}
