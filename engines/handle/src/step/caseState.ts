import type { LegalClock } from '../clock/index.ts';
import type { JsonObject, JsonValue } from '../json.ts';

/**
 * Where a case is. Everything the reducer needs and nothing else; what is stored in the tables of schema `handle` is
 * this, row by row.
 *
 * A token rests only on a node that waits: a task, a catch event, a gateway that lacks a branch, an activity whose inside
 * runs. The inside of a subprocess, of each instance of a multi-instance activity and of a compensation is a scope of its
 * own, carried by the token outside it.
 * A task is open → done (completed) or cancelled (interrupted, returned, or the case was withdrawn).
 * A clock is running → suspended → running … → stopped with what it is about. A timer is there until it fires or is cancelled.
 */
export interface CaseState {
  readonly region: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** Counts up by one with each command that changed something. */
  readonly rev: number;
  readonly state: 'open' | 'closed';
  /** How it ended; null while open. */
  readonly outcome: CaseOutcome | null;
  /** The organisation that answers for it where no task and no lead says another. */
  readonly home: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** How often the same thing was reported again while it was open. */
  readonly seenAgain: number;
  /** How often somebody urged (催办) it. */
  readonly urged: number;
  /** Since when it is under supervision (督办), or parked in the problem bank (挂账). */
  readonly supervisedAt: Date | null;
  readonly parkedAt: Date | null;
  readonly variables: JsonObject;
  /** The number that the next token, task, timer, scope or clock gets. */
  readonly nextId: number;
  /** The sequence number of the last event. */
  readonly lastSeq: number;
  readonly tokens: readonly Token[];
  readonly scopes: readonly Scope[];
  readonly tasks: readonly Task[];
  readonly timers: readonly Timer[];
  readonly clocks: readonly LegalClock[];
  readonly evidence: readonly Evidence[];
  readonly links: readonly CaseLink[];
  readonly requests: readonly ExtensionRequest[];
  readonly incidents: readonly Incident[];
  /** Conditions of event subprocesses that hold, so that each starts only as its condition comes to hold. */
  readonly heard: readonly { readonly scope: number; readonly key: string }[];
}

export type CaseOutcome = 'completed' | 'withdrawn' | 'failed' | 'merged';

/** Id of the scope that is the case itself. */
export const rootScope = 0;

export interface Token {
  readonly id: number;
  readonly scope: number;
  readonly element: string;
  /** The flow it came by; a joining gateway waits for one token on each. */
  readonly via: string | null;
  readonly since: Date;
  /**
   * `live`: it waits. `done`: its activity has ended and can be compensated. `spent`: it came to a complex gateway that
   * had gone off already.
   */
  readonly state: 'live' | 'done' | 'spent';
  /** Which of several events came that are waited for together, and which conditions hold already. */
  readonly got: readonly string[];
}

/** The inside of an activity while it runs. */
export interface Scope {
  readonly id: number;
  /** The scope around it; 0 is the case. */
  readonly parent: number;
  /** The node that it belongs to: activity, event subprocess, or the event that compensates. */
  readonly element: string;
  /**
   * `body`: the flow inside a subprocess or called process. `loop`: holds the instances. `instance`: one of them, or the
   * variables of an activity with mappings. `listener`: an event subprocess that started. `undo`: a compensation.
   * `kept`: the body of a subprocess that ended and can be compensated.
   */
  readonly role: 'body' | 'loop' | 'instance' | 'listener' | 'undo' | 'kept';
  /** The token that carries it; 0 for a listener. */
  readonly token: number;
  /** Variables of its own; what is not here is found further out. */
  readonly variables: JsonObject;
  /** What is written inside stays inside. */
  readonly keeps: boolean;
  readonly loop: LoopProgress | null;
  /** Of `undo`: the done tokens that are still to be compensated, last first. */
  readonly remaining: readonly number[];
}

export interface LoopProgress {
  /** How many instances there are to be; of a standard loop, at the most. */
  readonly total: number;
  readonly started: number;
  readonly completed: number;
  readonly items: readonly JsonValue[] | null;
  readonly results: readonly JsonValue[];
}

export interface Task {
  /** UUID, made from the case and `n`, so that a rerun of the reducer makes the same. */
  readonly id: string;
  readonly n: number;
  readonly token: number;
  readonly element: string;
  readonly name: string;
  readonly candidateRole: string | null;
  readonly skill: string | null;
  readonly organisation: string;
  readonly assignee: string | null;
  /** Who handed it on for a while (委托) and gets it back. */
  readonly delegatedBy: string | null;
  /** The task that waits for this one: an added signer's (加签). */
  readonly signsFor: string | null;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly form: string | null;
  readonly createdAt: Date;
  readonly claimedAt: Date | null;
  /** When it was done or cancelled. */
  readonly endedAt: Date | null;
  readonly completedBy: string | null;
  /** The form's field `outcome`, where it has one. */
  readonly outcome: string | null;
  readonly data: JsonObject | null;
  /** Null without a time limit and while the clock is suspended. */
  readonly dueAt: Date | null;
  readonly warnAt: Date | null;
}

export interface Timer {
  readonly id: number;
  /** The event that it is for. */
  readonly element: string;
  /** Which of the event's definitions. */
  readonly index: number;
  /** The token that waits, or for a boundary event the token of its activity; 0 for the start of an event subprocess. */
  readonly token: number;
  /** The scope that the token is in, or that the event subprocess listens in. */
  readonly scope: number;
  /** Null while the clock it follows is suspended. */
  readonly dueAt: Date | null;
  /** How often it still goes off, this time included; null for ever. */
  readonly left: number | null;
}

/** Another case that this one has to do with. */
export interface CaseLink {
  readonly kind: 'related' | 'mergedInto' | 'merged' | 'splitFrom' | 'split' | 'child' | 'parent';
  readonly region: string;
  readonly case: string;
  readonly number: string;
}

/** Somebody asked for more time (申请延期) and waits for an answer. */
export interface ExtensionRequest {
  readonly id: number;
  readonly clock: number;
  readonly amount: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** Something that went wrong by itself and that a person has to mend; the token waits where it was. */
export interface Incident {
  readonly id: number;
  readonly token: number;
  readonly element: string;
  /** Code of the fault. */
  readonly code: string;
  readonly detail: string;
  readonly at: Date;
}

export interface Evidence {
  readonly id: number;
  readonly task: string | null;
  /** Content hash as @yiwang/files gives it. */
  readonly hash: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly name: string;
  readonly at: Date;
  readonly by: string;
}

/** What happened, numbered without gaps within the case. */
export interface CaseEvent {
  readonly seq: number;
  readonly at: Date;
  readonly kind: EventKind;
  readonly element: string | null;
  readonly actor: string;
  readonly reason: string | null;
  readonly data: JsonObject;
}

export const eventKinds = [
  'case.opened',
  'case.seen-again',
  'case.closed',
  'case.withdrawn',
  'case.failed',
  'case.merged',
  'case.reopened',
  'case.urged',
  'case.supervised',
  'case.parked',
  'case.unparked',
  'case.linked',
  'case.migrated',
  'token.moved',
  'scope.ended',
  'decision.made',
  'script.run',
  'task.created',
  'task.claimed',
  'task.released',
  'task.assigned',
  'task.delegated',
  'task.transferred',
  'task.returned',
  'task.signer-added',
  'task.completed',
  'task.cancelled',
  'timer.fired',
  'message.received',
  'message.sent',
  'signal.received',
  'signal.thrown',
  'error.thrown',
  'escalation.thrown',
  'compensation.thrown',
  'condition.met',
  'service.called',
  'service.answered',
  'variables.set',
  'clock.suspended',
  'clock.resumed',
  'clock.extended',
  'extension.asked',
  'extension.refused',
  'incident.raised',
  'incident.retried',
  'evidence.added',
] as const;
export type EventKind = (typeof eventKinds)[number];
