import type { ClockRow, ClockSegment } from '../clock/index.ts';
import type { CaseEvent, Evidence, Scope, Task, Timer, Token } from '../step/caseState.ts';
import type { Subscription } from './subscriptions.ts';
import type { CaseTable } from './tableWrite.ts';

/** A timer with the clock that it goes by, for whoever derives times anew when a calendar changes. */
export interface TimerRow extends Timer {
  readonly clock: number | null;
  readonly moment: 'warn' | 'due' | null;
}

/** A segment with the id of its clock. */
export interface SegmentRow extends ClockSegment {
  readonly clock: number;
}

export const tokenTable: CaseTable<Token> = {
  table: 'handle.token',
  key: { id: ['int', (one) => one.id] },
  fixed: {
    scope: ['int', (one) => one.scope],
    element: ['text', (one) => one.element],
    via: ['text', (one) => one.via],
    since: ['timestamptz', (one) => one.since],
  },
  mutable: { state: ['text', (one) => one.state], got: ['text[]', (one) => one.got] },
};

export const scopeTable: CaseTable<Scope> = {
  table: 'handle.scope',
  key: { id: ['int', (one) => one.id] },
  fixed: { element: ['text', (one) => one.element], keeps: ['boolean', (one) => one.keeps] },
  mutable: {
    parent: ['int', (one) => one.parent],
    role: ['text', (one) => one.role],
    token: ['int', (one) => one.token],
    variables: ['jsonb', (one) => one.variables],
    loop: ['jsonb', (one) => one.loop],
    remaining: ['int[]', (one) => one.remaining],
  },
};

export const taskTable: CaseTable<Task> = {
  table: 'handle.task',
  key: { n: ['int', (one) => one.n] },
  fixed: {
    id: ['uuid', (one) => one.id],
    token: ['int', (one) => one.token],
    element: ['text', (one) => one.element],
    name: ['text', (one) => one.name],
    candidate_role: ['text', (one) => one.candidateRole],
    skill: ['text', (one) => one.skill],
    signs_for: ['uuid', (one) => one.signsFor],
    form: ['text', (one) => one.form],
    created_at: ['timestamptz', (one) => one.createdAt],
  },
  mutable: {
    organisation: ['text', (one) => one.organisation],
    assignee: ['text', (one) => one.assignee],
    delegated_by: ['text', (one) => one.delegatedBy],
    state: ['text', (one) => one.state],
    claimed_at: ['timestamptz', (one) => one.claimedAt],
    ended_at: ['timestamptz', (one) => one.endedAt],
    completed_by: ['text', (one) => one.completedBy],
    outcome: ['text', (one) => one.outcome],
    data: ['jsonb', (one) => one.data],
    warn_at: ['timestamptz', (one) => one.warnAt],
    due_at: ['timestamptz', (one) => one.dueAt],
  },
};

export const timerTable: CaseTable<TimerRow> = {
  table: 'handle.timer',
  key: { id: ['int', (one) => one.id] },
  fixed: {
    element: ['text', (one) => one.element],
    event: ['int', (one) => one.index],
    token: ['int', (one) => one.token],
    scope: ['int', (one) => one.scope],
    moment: ['text', (one) => one.moment],
  },
  mutable: {
    due_at: ['timestamptz', (one) => one.dueAt],
    left_times: ['int', (one) => one.left],
    clock: ['int', (one) => one.clock],
  },
};

export const clockTable: CaseTable<ClockRow> = {
  table: 'handle.clock',
  key: { id: ['int', (one) => one.id] },
  fixed: {
    of: ['text', (one) => one.of],
    element: ['text', (one) => one.element],
    name: ['text', (one) => one.name],
    scope: ['int', (one) => one.scope],
    task: ['uuid', (one) => one.task],
    within: ['int', (one) => one.within],
    unit: ['text', (one) => one.unit],
    budget: ['double precision', (one) => one.budget],
    warn_share: ['double precision', (one) => one.warn_share],
    max_extension: ['double precision', (one) => one.max_extension],
    calendar: ['text', (one) => one.calendar],
    started_at: ['timestamptz', (one) => one.started_at],
  },
  mutable: {
    extensions: ['jsonb', (one) => one.extensions],
    state: ['text', (one) => one.state],
    held_by: ['int[]', (one) => one.held_by],
    raised: ['jsonb', (one) => one.raised],
    warn_at: ['timestamptz', (one) => one.warn_at],
    due_at: ['timestamptz', (one) => one.due_at],
    derived_by: ['text', (one) => one.derived_by],
  },
};

export const segmentTable: CaseTable<SegmentRow> = {
  table: 'handle.clock_segment',
  key: { clock: ['int', (one) => one.clock], n: ['int', (one) => one.n] },
  fixed: {
    state: ['text', (one) => one.state],
    from_at: ['timestamptz', (one) => one.from],
    reason: ['text', (one) => one.reason],
    by_actor: ['text', (one) => one.by],
    through: ['int', (one) => one.through],
  },
  mutable: { to_at: ['timestamptz', (one) => one.to] },
};

export const evidenceTable: CaseTable<Evidence> = {
  table: 'handle.evidence',
  key: { id: ['int', (one) => one.id] },
  fixed: {
    task: ['uuid', (one) => one.task],
    hash: ['text', (one) => one.hash],
    type: ['text', (one) => one.type],
    size: ['bigint', (one) => one.size],
    name: ['text', (one) => one.name],
    at: ['timestamptz', (one) => one.at],
    by_actor: ['text', (one) => one.by],
  },
  mutable: {},
};

export const eventTable: CaseTable<CaseEvent> = {
  table: 'handle.event',
  key: { seq: ['int', (one) => one.seq] },
  fixed: {
    at: ['timestamptz', (one) => one.at],
    kind: ['text', (one) => one.kind],
    element: ['text', (one) => one.element],
    actor: ['text', (one) => one.actor],
    reason: ['text', (one) => one.reason],
    data: ['jsonb', (one) => one.data],
  },
  mutable: {},
};

export const subscriptionTable: CaseTable<Subscription> = {
  table: 'handle.subscription',
  key: { kind: ['text', (one) => one.kind], name: ['text', (one) => one.name] },
  fixed: {},
  mutable: {},
};
