import type { JsonObject } from '../json.ts';

/**
 * Where a case is. Everything the reducer needs and nothing else; what is stored in the tables of schema `handle` is
 * this, row by row.
 *
 * A token rests only on a node that waits: a user task, a catch event, a parallel gateway that lacks a branch.
 * A task is open → done (completed) or cancelled (a boundary timer interrupted it, or the case was withdrawn).
 * A clock is running → suspended → running … → stopped with its task. A timer is there until it fires or is cancelled.
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
  readonly outcome: 'completed' | 'withdrawn' | null;
  /** The organisation that answers for it where no task and no lead says another. */
  readonly home: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** How often the same thing was reported again while it was open. */
  readonly seenAgain: number;
  readonly variables: JsonObject;
  /** The number that the next token, task, timer or clock gets. */
  readonly nextId: number;
  /** The sequence number of the last event. */
  readonly lastSeq: number;
  readonly tokens: readonly Token[];
  readonly tasks: readonly Task[];
  readonly timers: readonly Timer[];
  readonly clocks: readonly CaseClock[];
  readonly evidence: readonly Evidence[];
}

export interface Token {
  readonly id: number;
  readonly element: string;
  /** The flow it came by; a parallel gateway waits for one token on each. */
  readonly via: string | null;
  readonly since: Date;
}

export interface Task {
  /** UUID, made from the case and `n`, so that a rerun of the reducer makes the same. */
  readonly id: string;
  readonly n: number;
  readonly token: number;
  readonly element: string;
  readonly name: string;
  readonly candidateRole: string | null;
  readonly organisation: string;
  readonly assignee: string | null;
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
  readonly element: string;
  /** The token that waits, or for a boundary timer the token of its task. */
  readonly token: number;
  /** Null while the clock it follows is suspended. */
  readonly dueAt: Date | null;
}

export interface CaseClock {
  readonly id: number;
  readonly task: string;
  readonly unit: 'working' | 'calendar';
  readonly budgetMinutes: number;
  /** Used up in the segments before the running one. */
  readonly usedMinutes: number;
  readonly calendar: string;
  readonly state: 'running' | 'suspended' | 'stopped';
  readonly segments: readonly ClockSegment[];
}

/** A stretch in which the clock ran or stood still, with the legal reason for standing still. */
export interface ClockSegment {
  readonly n: number;
  readonly state: 'running' | 'suspended';
  readonly from: Date;
  readonly to: Date | null;
  readonly reason: string | null;
  readonly by: string;
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
  'token.moved',
  'decision.made',
  'task.created',
  'task.claimed',
  'task.assigned',
  'task.completed',
  'task.cancelled',
  'timer.fired',
  'message.received',
  'variables.set',
  'clock.suspended',
  'clock.resumed',
  'evidence.added',
] as const;
export type EventKind = (typeof eventKinds)[number];
