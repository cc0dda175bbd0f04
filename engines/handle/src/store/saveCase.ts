import { cancelJob, enqueueAll } from '@yiwang/jobs';
import type { Sql } from '@yiwang/postgres';
import { caseColumns } from './caseColumns.ts';
import type { CaseEvent, CaseState, Timer } from '../step/caseState.ts';
import { faults } from '../faults.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';
import { timerKey, timerQueue } from './timerQueue.ts';

/**
 * The job of a timer that is due now or soon is left alone: a worker may hold it and wait for this case's row, and to
 * wait for the worker would be a deadlock. It finds its timer gone and does nothing.
 */
const nearMilliseconds = 60_000;

/** Rows of `after` that are new or replaced since `before`: the reducer replaces what it changes. */
function changed<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const kept = new Set(before);
  return after.filter((one) => !kept.has(one));
}

/**
 * Writes the difference of two states, and the events, in the caller's transaction: `unnest` per table, and only of
 * tables that have a difference.
 * @throws handle.stale when the case is not at the revision of `before` any more
 */
export async function saveCase(
  sql: Sql,
  definition: ProcessDefinition,
  before: CaseState,
  after: CaseState,
  events: readonly CaseEvent[],
  at: Date,
): Promise<void> {
  const { region, id } = after;
  await saveHead(sql, definition, before, after);
  await saveTokens(sql, before, after);
  await saveTasks(sql, before, after);
  await saveClocks(sql, before, after);
  await saveTimers(sql, before, after, at);
  const evidence = changed(before.evidence, after.evidence);
  if (evidence.length > 0) {
    await sql.execute(
      `INSERT INTO handle.evidence (region, case_id, id, task, hash, type, size, name, at, by_actor)
       SELECT $1, $2, * FROM unnest($3::int[], $4::uuid[], $5::text[], $6::text[], $7::bigint[], $8::text[],
         $9::timestamptz[], $10::text[])`,
      [region, id, ...columns(evidence, ['id', 'task', 'hash', 'type', 'size', 'name', 'at', 'by'])],
    );
  }
  await sql.execute(
    `INSERT INTO handle.event (region, case_id, seq, at, kind, element, actor, reason, data)
     SELECT $1, $2, * FROM unnest($3::int[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[])`,
    [
      region,
      id,
      ...columns(events, ['seq', 'at', 'kind', 'element', 'actor', 'reason']),
      events.map((event) => JSON.stringify(event.data)),
    ],
  );
}

function columns<T>(rows: readonly T[], keys: readonly (keyof T)[]): unknown[][] {
  return keys.map((key) => rows.map((row) => row[key]));
}

async function saveHead(sql: Sql, definition: ProcessDefinition, before: CaseState, after: CaseState): Promise<void> {
  const shown = caseColumns(definition, after);
  const touched = await sql.execute(
    `UPDATE handle."case" SET rev = $4, state = $5, outcome = $6, closed_at = $7, seen_again = $8, variables = $9,
       next_id = $10, last_seq = $11, grade = $12, lead_organisation = $13, team_organisation = $14, organisation = $15,
       assignee = $16, step = $17, warn_at = $18, due_at = $19
     WHERE region = $1 AND id = $2 AND rev = $3`,
    [
      after.region,
      after.id,
      before.rev,
      after.rev,
      after.state,
      after.outcome,
      after.closedAt,
      after.seenAgain,
      JSON.stringify(after.variables),
      after.nextId,
      after.lastSeq,
      shown.grade,
      shown.lead,
      shown.team,
      shown.organisation,
      shown.assignee,
      shown.step,
      shown.warnAt,
      shown.dueAt,
    ],
  );
  if (touched === 0) throw faults.stale({ number: after.number, rev: '?', expected: before.rev });
}

async function saveTokens(sql: Sql, before: CaseState, after: CaseState): Promise<void> {
  const { region, id } = after;
  const gone = changed(after.tokens, before.tokens);
  if (gone.length > 0)
    await sql.execute(`DELETE FROM handle.token WHERE region = $1 AND case_id = $2 AND id = ANY($3::int[])`, [
      region,
      id,
      gone.map((token) => token.id),
    ]);
  const added = changed(before.tokens, after.tokens);
  if (added.length > 0)
    await sql.execute(
      `INSERT INTO handle.token (region, case_id, id, element, via, since)
       SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::text[], $6::timestamptz[])`,
      [region, id, ...columns(added, ['id', 'element', 'via', 'since'])],
    );
}

async function saveTasks(sql: Sql, before: CaseState, after: CaseState): Promise<void> {
  const tasks = changed(before.tasks, after.tasks);
  if (tasks.length === 0) return;
  await sql.execute(
    `INSERT INTO handle.task (region, case_id, id, n, token, element, name, candidate_role, organisation, assignee, state,
       form, created_at, claimed_at, ended_at, completed_by, outcome, warn_at, due_at, data)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::timestamptz[], $15::timestamptz[], $16::text[],
       $17::text[], $18::timestamptz[], $19::timestamptz[], $20::jsonb[])
     ON CONFLICT (region, id) DO UPDATE SET organisation = excluded.organisation, assignee = excluded.assignee,
       state = excluded.state, claimed_at = excluded.claimed_at, ended_at = excluded.ended_at,
       completed_by = excluded.completed_by, outcome = excluded.outcome, warn_at = excluded.warn_at,
       due_at = excluded.due_at, data = excluded.data`,
    [
      after.region,
      after.id,
      ...columns(tasks, [
        'id',
        'n',
        'token',
        'element',
        'name',
        'candidateRole',
        'organisation',
        'assignee',
        'state',
        'form',
        'createdAt',
        'claimedAt',
        'endedAt',
        'completedBy',
        'outcome',
        'warnAt',
        'dueAt',
      ]),
      tasks.map((task) => (task.data === null ? null : JSON.stringify(task.data))),
    ],
  );
}

async function saveClocks(sql: Sql, before: CaseState, after: CaseState): Promise<void> {
  const { region, id } = after;
  const clocks = changed(before.clocks, after.clocks);
  if (clocks.length === 0) return;
  await sql.execute(
    `INSERT INTO handle.clock (region, case_id, id, task, unit, budget_minutes, used_minutes, calendar, state)
     SELECT $1, $2, * FROM unnest($3::int[], $4::uuid[], $5::text[], $6::int[], $7::int[], $8::text[], $9::text[])
     ON CONFLICT (region, case_id, id) DO UPDATE SET used_minutes = excluded.used_minutes,
       calendar = excluded.calendar, state = excluded.state`,
    [region, id, ...columns(clocks, ['id', 'task', 'unit', 'budgetMinutes', 'usedMinutes', 'calendar', 'state'])],
  );
  const kept = new Set(before.clocks.flatMap((clock) => clock.segments));
  const segments = clocks.flatMap((clock) =>
    clock.segments.filter((segment) => !kept.has(segment)).map((segment) => ({ ...segment, clock: clock.id })),
  );
  await sql.execute(
    `INSERT INTO handle.clock_segment (region, case_id, clock, n, state, from_at, to_at, reason, by_actor)
     SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::text[], $9::text[])
     ON CONFLICT (region, case_id, clock, n) DO UPDATE SET to_at = excluded.to_at`,
    [region, id, ...columns(segments, ['clock', 'n', 'state', 'from', 'to', 'reason', 'by'])],
  );
}

async function saveTimers(sql: Sql, before: CaseState, after: CaseState, at: Date): Promise<void> {
  const { region, id } = after;
  const out = changed(after.timers, before.timers);
  const added = changed(before.timers, after.timers);
  if (out.length > 0) {
    await sql.execute(`DELETE FROM handle.timer WHERE region = $1 AND case_id = $2 AND id = ANY($3::int[])`, [
      region,
      id,
      out.map((timer) => timer.id),
    ]);
    for (const { dueAt, id: timer } of out)
      if (dueAt !== null && dueAt.getTime() > at.getTime() + nearMilliseconds)
        await cancelJob(sql, region, timerQueue, timerKey(id, timer, dueAt));
  }
  if (added.length === 0) return;
  await sql.execute(
    `INSERT INTO handle.timer (region, case_id, id, element, token, due_at)
     SELECT $1, $2, * FROM unnest($3::int[], $4::text[], $5::int[], $6::timestamptz[])`,
    [region, id, ...columns(added, ['id', 'element', 'token', 'dueAt'])],
  );
  const set = added.filter((timer): timer is Timer & { dueAt: Date } => timer.dueAt !== null);
  await enqueueAll(
    sql,
    set.map(({ id: timer, dueAt }) => ({
      region,
      queue: timerQueue,
      key: timerKey(id, timer, dueAt),
      payload: { case: id, timer, dueAt: dueAt.toISOString() },
      runAt: dueAt,
    })),
  );
}
