import type { Sql } from '@yiwang/postgres';
import { rowOfClock, type ClockCalendar, type LegalClock } from '../clock/index.ts';
import { faults } from '../faults.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';
import type { CaseEvent, CaseState } from '../step/caseState.ts';
import { caseColumns } from './caseColumns.ts';
import { subscriptionsOf } from './subscriptions.ts';
import { deletePart, insertPart, type TableDelete, type TableWrite } from './tableWrite.ts';
import { timerFollows } from './timerFollows.ts';

/** One step to write: the state before and after it. */
export interface SavedStep {
  readonly definition: ProcessDefinition;
  readonly before: CaseState;
  readonly after: CaseState;
  readonly events: readonly CaseEvent[];
}

/** A command that was done, kept so that its repeat gets the same answer. */
export interface AnsweredCommand {
  readonly region: string;
  readonly command: string;
  readonly digest: string;
  readonly answer: object;
  readonly at: Date;
}

type Row = Readonly<Record<string, unknown>>;

/** Rows of `after` that are new or replaced since `before`: the reducer replaces what it changes. */
function changed<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  if (before === after) return [];
  const kept = new Set(before);
  return after.filter((one) => !kept.has(one));
}

/** Rows that are in `before` and, by id, not in `after`. */
function gone<T extends { readonly id: number }>(before: readonly T[], after: readonly T[]): readonly T[] {
  if (before === after) return [];
  const kept = new Set(after.map((one) => one.id));
  return before.filter((one) => !kept.has(one.id));
}

const placeTypes = { region: 'text', case_id: 'uuid' };
const byId = { ...placeTypes, id: 'int' };

/** Gathers what the steps write, table by table. */
function gather(steps: readonly SavedStep[], calendar: ClockCalendar) {
  const rows = {
    cases: [] as Row[],
    tokens: [] as Row[],
    scopes: [] as Row[],
    tasks: [] as Row[],
    timers: [] as Row[],
    clocks: [] as Row[],
    segments: [] as Row[],
    evidence: [] as Row[],
    events: [] as Row[],
    subscriptions: [] as Row[],
    noTokens: [] as Row[],
    noScopes: [] as Row[],
    noTimers: [] as Row[],
    noSubscriptions: [] as Row[],
  };
  for (const { definition, before, after, events } of steps) {
    const place = { region: after.region, case_id: after.id };
    rows.cases.push(caseRow(definition, before, after, calendar));
    for (const { id, scope, element, via, since, state, got } of changed(before.tokens, after.tokens))
      rows.tokens.push({ ...place, id, scope, element, via, since, state, got });
    for (const { id } of gone(before.tokens, after.tokens)) rows.noTokens.push({ ...place, id });
    for (const scope of changed(before.scopes, after.scopes)) rows.scopes.push({ ...place, ...scope });
    for (const { id } of gone(before.scopes, after.scopes)) rows.noScopes.push({ ...place, id });
    for (const task of changed(before.tasks, after.tasks))
      rows.tasks.push({
        ...place,
        ...task,
        candidate_role: task.candidateRole,
        delegated_by: task.delegatedBy,
        signs_for: task.signsFor,
        created_at: task.createdAt,
        claimed_at: task.claimedAt,
        ended_at: task.endedAt,
        completed_by: task.completedBy,
        warn_at: task.warnAt,
        due_at: task.dueAt,
      });
    for (const timer of changed(before.timers, after.timers)) {
      const follows = timerFollows(definition, after, timer);
      rows.timers.push({
        ...place,
        id: timer.id,
        element: timer.element,
        event: timer.index,
        token: timer.token,
        scope: timer.scope,
        due_at: timer.dueAt,
        left_times: timer.left,
        clock: follows?.clock ?? null,
        moment: follows?.moment ?? null,
      });
    }
    for (const { id } of gone(before.timers, after.timers)) rows.noTimers.push({ ...place, id });
    for (const clock of changed(before.clocks, after.clocks)) {
      rows.clocks.push({ ...place, ...rowOfClock(clock, calendar) });
      for (const segment of changed(segmentsOf(before, clock), clock.segments))
        rows.segments.push({
          ...place,
          clock: clock.id,
          n: segment.n,
          state: segment.state,
          from_at: segment.from,
          to_at: segment.to,
          reason: segment.reason,
          by_actor: segment.by,
          through: segment.through,
        });
    }
    for (const one of changed(before.evidence, after.evidence))
      rows.evidence.push({ ...place, ...one, by_actor: one.by });
    for (const event of events) rows.events.push({ ...place, ...event });
    gatherSubscriptions(rows, place, definition, before, after);
  }
  return rows;
}

function segmentsOf(state: CaseState, { id }: LegalClock): LegalClock['segments'] {
  return state.clocks.find((one) => one.id === id)?.segments ?? [];
}

function gatherSubscriptions(
  rows: { readonly subscriptions: Row[]; readonly noSubscriptions: Row[] },
  place: Row,
  definition: ProcessDefinition,
  before: CaseState,
  after: CaseState,
): void {
  const was = before.rev === 0 ? [] : subscriptionsOf(definition, before);
  const is = subscriptionsOf(definition, after);
  const has = (list: typeof was, one: (typeof was)[number]) =>
    list.some(({ kind, name }) => kind === one.kind && name === one.name);
  for (const one of is) if (!has(was, one)) rows.subscriptions.push({ ...place, ...one });
  for (const one of was) if (!has(is, one)) rows.noSubscriptions.push({ ...place, ...one });
}

function caseRow(definition: ProcessDefinition, before: CaseState, after: CaseState, calendar: ClockCalendar): Row {
  const shown = caseColumns(definition, after, calendar);
  return {
    region: after.region,
    id: after.id,
    was: before.rev,
    rev: after.rev,
    state: after.state,
    outcome: after.outcome,
    closed_at: after.closedAt,
    seen_again: after.seenAgain,
    urged: after.urged,
    supervised_at: after.supervisedAt,
    parked_at: after.parkedAt,
    variables: after.variables,
    next_id: after.nextId,
    last_seq: after.lastSeq,
    grade: shown.grade,
    lead_organisation: shown.lead,
    team_organisation: shown.team,
    organisation: shown.organisation,
    assignee: shown.assignee,
    step: shown.step,
    warn_at: shown.warnAt,
    due_at: shown.dueAt,
    links: after.links,
    requests: after.requests,
    incidents: after.incidents,
    heard: after.heard,
  };
}

const caseTypes: Readonly<Record<string, string>> = {
  rev: 'int',
  state: 'text',
  outcome: 'text',
  closed_at: 'timestamptz',
  seen_again: 'int',
  urged: 'int',
  supervised_at: 'timestamptz',
  parked_at: 'timestamptz',
  variables: 'jsonb',
  next_id: 'int',
  last_seq: 'int',
  grade: 'text',
  lead_organisation: 'text',
  team_organisation: 'text',
  organisation: 'text',
  assignee: 'text',
  step: 'text',
  warn_at: 'timestamptz',
  due_at: 'timestamptz',
  links: 'jsonb',
  requests: 'jsonb',
  incidents: 'jsonb',
  heard: 'jsonb',
};

function casePart(parameter: number): string {
  const types = Object.entries(caseTypes)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  const set = Object.keys(caseTypes)
    .map((name) => `${name} = r.${name}`)
    .join(', ');
  return `UPDATE handle."case" c SET ${set}
    FROM json_to_recordset($${parameter}::json) AS r(region text, id uuid, was int, ${types})
    WHERE c.region = r.region AND c.id = r.id AND c.rev = r.was RETURNING c.id`;
}

function writesOf(rows: ReturnType<typeof gather>): {
  readonly deletes: TableDelete[];
  readonly inserts: TableWrite[];
} {
  const key = ['region', 'case_id', 'id'];
  const place = placeTypes;
  return {
    deletes: [
      { table: 'handle.token', key: byId, rows: rows.noTokens },
      { table: 'handle.scope', key: byId, rows: rows.noScopes },
      { table: 'handle.timer', key: byId, rows: rows.noTimers },
      {
        table: 'handle.subscription',
        key: { ...place, kind: 'text', name: 'text' },
        rows: rows.noSubscriptions,
      },
    ],
    inserts: [
      {
        table: 'handle.token',
        columns: {
          ...byId,
          scope: 'int',
          element: 'text',
          via: 'text',
          since: 'timestamptz',
          state: 'text',
          got: 'text[]',
        },
        key,
        update: ['state', 'got'],
        rows: rows.tokens,
      },
      {
        table: 'handle.scope',
        columns: {
          ...byId,
          parent: 'int',
          element: 'text',
          role: 'text',
          token: 'int',
          variables: 'jsonb',
          keeps: 'boolean',
          loop: 'jsonb',
          remaining: 'int[]',
        },
        key,
        update: ['parent', 'role', 'token', 'variables', 'loop', 'remaining'],
        rows: rows.scopes,
      },
      {
        table: 'handle.task',
        columns: {
          region: 'text',
          case_id: 'uuid',
          id: 'uuid',
          n: 'int',
          token: 'int',
          element: 'text',
          name: 'text',
          candidate_role: 'text',
          skill: 'text',
          organisation: 'text',
          assignee: 'text',
          delegated_by: 'text',
          signs_for: 'uuid',
          state: 'text',
          form: 'text',
          created_at: 'timestamptz',
          claimed_at: 'timestamptz',
          ended_at: 'timestamptz',
          completed_by: 'text',
          outcome: 'text',
          data: 'jsonb',
          warn_at: 'timestamptz',
          due_at: 'timestamptz',
        },
        key: ['region', 'id'],
        update: [
          'organisation',
          'assignee',
          'delegated_by',
          'state',
          'claimed_at',
          'ended_at',
          'completed_by',
          'outcome',
          'data',
          'warn_at',
          'due_at',
        ],
        rows: rows.tasks,
      },
      {
        table: 'handle.timer',
        columns: {
          ...byId,
          element: 'text',
          event: 'int',
          token: 'int',
          scope: 'int',
          due_at: 'timestamptz',
          left_times: 'int',
          clock: 'int',
          moment: 'text',
        },
        key,
        update: ['due_at', 'left_times', 'clock'],
        rows: rows.timers,
      },
      {
        table: 'handle.clock',
        columns: {
          ...byId,
          of: 'text',
          element: 'text',
          name: 'text',
          scope: 'int',
          task: 'uuid',
          within: 'int',
          unit: 'text',
          budget: 'double precision',
          warn_share: 'double precision',
          max_extension: 'double precision',
          extensions: 'jsonb',
          calendar: 'text',
          state: 'text',
          started_at: 'timestamptz',
          held_by: 'int[]',
          raised: 'jsonb',
          warn_at: 'timestamptz',
          due_at: 'timestamptz',
          derived_by: 'text',
        },
        key,
        update: ['extensions', 'state', 'held_by', 'raised', 'warn_at', 'due_at', 'derived_by'],
        rows: rows.clocks,
      },
      {
        table: 'handle.clock_segment',
        columns: {
          ...place,
          clock: 'int',
          n: 'int',
          state: 'text',
          from_at: 'timestamptz',
          to_at: 'timestamptz',
          reason: 'text',
          by_actor: 'text',
          through: 'int',
        },
        key: ['region', 'case_id', 'clock', 'n'],
        update: ['to_at'],
        rows: rows.segments,
      },
      {
        table: 'handle.evidence',
        columns: {
          ...byId,
          task: 'uuid',
          hash: 'text',
          type: 'text',
          size: 'bigint',
          name: 'text',
          at: 'timestamptz',
          by_actor: 'text',
        },
        key,
        update: [],
        rows: rows.evidence,
      },
      {
        table: 'handle.event',
        columns: {
          ...place,
          seq: 'int',
          at: 'timestamptz',
          kind: 'text',
          element: 'text',
          actor: 'text',
          reason: 'text',
          data: 'jsonb',
        },
        key: [],
        update: [],
        rows: rows.events,
      },
      {
        table: 'handle.subscription',
        columns: { ...place, kind: 'text', name: 'text' },
        key: [],
        update: [],
        rows: rows.subscriptions,
      },
    ],
  };
}

/**
 * Writes what steps on different cases changed, their events, and the answers of commands, in the caller's transaction and
 * in one statement.
 * @throws handle.stale when a case is not at the revision of its `before` any more; the transaction must roll back then
 */
export async function saveSteps(
  sql: Sql,
  calendar: ClockCalendar,
  steps: readonly SavedStep[],
  answered: readonly AnsweredCommand[] = [],
): Promise<void> {
  if (steps.length === 0 && answered.length === 0) return;
  const rows = gather(steps, calendar);
  const { deletes, inserts } = writesOf(rows);
  const values: unknown[] = [JSON.stringify(rows.cases)];
  const parts: string[] = [];
  for (const part of deletes)
    if (part.rows.length > 0) parts.push(deletePart(part, values.push(JSON.stringify(part.rows))));
  for (const part of [...inserts, { ...answers, rows: answered }])
    if (part.rows.length > 0) parts.push(insertPart(part, values.push(JSON.stringify(part.rows))));
  const rest = parts.map((text, n) => `, w${n} AS (${text})`).join('');
  const [done] = await sql.query<{ n: number }>(
    `WITH touched AS (${casePart(1)})${rest} SELECT count(*) AS n FROM touched`,
    values,
    { prepare: true },
  );
  if (done?.n !== steps.length) {
    const [first] = steps;
    throw faults.stale({ number: first?.after.number ?? '–', rev: '?', expected: first?.before.rev ?? '–' });
  }
}

const answers = {
  table: 'handle.command_dedup',
  columns: { region: 'text', command: 'uuid', digest: 'text', answer: 'jsonb', at: 'timestamptz' },
  key: [],
  update: [],
};
