import type { Actor } from './caseCommand.ts';
import type { CaseEvent, CaseState, EventKind } from './caseState.ts';
import type { JsonObject } from '../json.ts';
import type { StepPorts } from './ports.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';

/** One step in the making: the state so far, and what happened on the way. The state inside is replaced, never changed. */
export interface Draft {
  readonly definition: ProcessDefinition;
  readonly ports: StepPorts;
  readonly at: Date;
  readonly by: Actor;
  readonly reason: string | null;
  readonly events: CaseEvent[];
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
