import type { CaseEvent, CaseState, EventKind, Token } from './caseState.ts';
import type { Actor, Effect } from './caseCommand.ts';
import type { JsonObject } from '../json.ts';
import type { StepPorts } from './ports.ts';
import type { FlowNode, ProcessDefinition } from '../model/processDefinition.ts';
import { faults } from '../faults.ts';

/** A token on the move, not yet handled: it comes to a node, or what a resting token waited for is over. */
export type Arrival =
  | { readonly do: 'enter'; readonly node: FlowNode; readonly scope: number; readonly via: string | null }
  | { readonly do: 'finish'; readonly token: number; readonly scope: number };

/** One step in the making: the state so far, and what happened on the way. The state inside is replaced, never changed. */
export interface Draft {
  readonly definition: ProcessDefinition;
  readonly ports: StepPorts;
  readonly at: Date;
  readonly by: Actor;
  readonly reason: string | null;
  readonly events: CaseEvent[];
  readonly effects: Effect[];
  /** Tokens on the move, handled first come first served. */
  readonly arrivals: Arrival[];
  /** Something that a condition could see has changed. */
  conditionsStale: boolean;
  state: CaseState;
}

/** Writes an event down under the next number. */
export function happened(draft: Draft, kind: EventKind, element: string | null, data: JsonObject = {}): void {
  const seq = draft.state.lastSeq + 1;
  draft.events.push({ seq, at: draft.at, kind, element, actor: draft.by.actor, reason: draft.reason, data });
  draft.state = { ...draft.state, lastSeq: seq };
}

export function takeId(draft: Draft): number {
  const id = draft.state.nextId;
  draft.state = { ...draft.state, nextId: id + 1 };
  return id;
}

export function change(draft: Draft, changes: Partial<CaseState>): void {
  draft.state = { ...draft.state, ...changes };
}

export function nodeOf(draft: Draft, id: string): FlowNode {
  const node = draft.definition.nodes.get(id);
  if (node === undefined) throw faults.stuck({ element: id });
  return node;
}

export function findToken(draft: Draft, id: number): Token | undefined {
  return draft.state.tokens.find((token) => token.id === id);
}

export function replaceToken(draft: Draft, token: Token): void {
  change(draft, { tokens: draft.state.tokens.map((one) => (one.id === token.id ? token : one)) });
}

/** Takes a token away, with the timers that are set for it. */
export function dropToken(draft: Draft, id: number): void {
  const { tokens, timers } = draft.state;
  change(draft, {
    tokens: tokens.filter((token) => token.id !== id),
    ...(timers.some((timer) => timer.token === id) ? { timers: timers.filter((timer) => timer.token !== id) } : {}),
  });
}
