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
  /** Counted here while the step runs, and taken into the state at its end. */
  lastSeq: number;
  nextId: number;
}

/** Writes an event down under the next number. */
export function happened(draft: Draft, kind: EventKind, element: string | null, data: JsonObject = {}): void {
  draft.lastSeq += 1;
  const { lastSeq: seq, at, by, reason } = draft;
  draft.events.push({ seq, at, kind, element, actor: by.actor, reason, data });
}

export function takeId(draft: Draft): number {
  draft.nextId += 1;
  return draft.nextId - 1;
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
