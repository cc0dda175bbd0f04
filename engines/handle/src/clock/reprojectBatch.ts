import type { Calendar } from '@yiwang/calendar';
import type { Clock } from '@yiwang/clock';
import { appendEntries } from '@yiwang/ledger';
import type { Sql } from '@yiwang/postgres';
import { digestOf } from '../store/digest.ts';
import { arrayText } from '../store/arrayText.ts';
import { clockColumns, clockOfRow, segmentColumns, type KeptClock } from './clockRow.ts';
import { dueTimes } from './dueTimes.ts';
import type { ClockSegment, LegalClock } from './legalClock.ts';
import { moveTimers } from './moveTimers.ts';

export interface ReprojectedBatch {
  /** Clocks that were derived anew, and those of them whose times are others now. */
  readonly clocks: number;
  readonly moved: number;
  /** Cases that somebody else held; a later batch finds them. */
  readonly passedOver: number;
  /** The last case that was looked at; undefined when none was left after `after`. */
  readonly last: string | undefined;
}

/** A clock whose times are others by the new version. */
export interface MovedClock {
  readonly case: string;
  readonly clock: LegalClock;
  readonly wasWarn: Date | null;
  readonly wasDue: Date | null;
  readonly warnAt: Date | null;
  readonly dueAt: Date | null;
}

/**
 * Derives up to `most` running clocks of a region anew that name a calendar and come from another version of it, in the
 * order of their cases from the one behind `after`, and
 * moves what follows from them: the times of the case and the task, timers and their jobs. A case of which something moved
 * gets an event `clock.moved` with its entry, and a new revision, so that a command that was decided by the old times is
 * decided again. Cases that a command holds are passed over and not waited for.
 */
export async function reprojectBatch(
  sql: Sql,
  clock: Clock,
  calendar: Calendar,
  region: string,
  { most, after }: { readonly most: number; readonly after: string | undefined },
): Promise<ReprojectedBatch> {
  const { id, version } = calendar;
  const found = await sql.query<{ case: string }>(
    `SELECT case_id AS "case" FROM handle.clock
     WHERE region = $1 AND calendar = $2 AND state = 'running' AND derived_by <> $3 AND ($4::uuid IS NULL OR case_id > $4)
     ORDER BY region, calendar, case_id LIMIT $5`,
    [region, id, version, after ?? null, most],
  );
  const cases = [...new Set(found.map((row) => row.case))];
  const locked = await sql.query<{ id: string }>(
    `SELECT id FROM handle."case" WHERE region = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE SKIP LOCKED`,
    [region, arrayText(cases)],
  );
  const clocks = await readClocks(
    sql,
    region,
    id,
    locked.map((row) => row.id),
  );
  const derived = clocks.map(({ case: of, clock: one, warnAt, dueAt }) => {
    const times = dueTimes(one, calendar);
    const same = times.warnAt?.getTime() === warnAt?.getTime() && times.dueAt?.getTime() === dueAt?.getTime();
    return { case: of, clock: one, wasWarn: warnAt, wasDue: dueAt, ...times, same };
  });
  await sql.execute(
    `UPDATE handle.clock c SET warn_at = n.warn_at, due_at = n.due_at, derived_by = $2
     FROM unnest($3::uuid[], $4::int[], $5::timestamptz[], $6::timestamptz[]) AS n (case_id, id, warn_at, due_at)
     WHERE c.region = $1 AND c.case_id = ANY ($3::uuid[]) AND c.case_id = n.case_id AND c.id = n.id`,
    [
      region,
      version,
      arrayText(derived.map((one) => one.case)),
      arrayText(derived.map((one) => one.clock.id)),
      arrayText(derived.map((one) => one.warnAt)),
      arrayText(derived.map((one) => one.dueAt)),
    ],
  );
  const moved = derived.filter(({ same }) => !same);
  if (moved.length > 0) {
    await moveTasks(sql, region, moved);
    await moveTimers(sql, clock, calendar, region, moved);
    await moveCases(sql, clock, version, region, moved);
  }
  const passedOver = cases.length - locked.length;
  return { clocks: derived.length, moved: moved.length, passedOver, last: cases.at(-1) };
}

/** The running clocks of these cases that name the calendar, with the times that are stored. */
async function readClocks(sql: Sql, region: string, calendar: string, cases: readonly string[]) {
  const rows = await sql.query<KeptClock & { case: string; warnAt: Date | null; dueAt: Date | null }>(
    `SELECT ${clockColumns('c')}, c.case_id AS "case", c.warn_at AS "warnAt", c.due_at AS "dueAt" FROM handle.clock c
     WHERE c.region = $1 AND c.case_id = ANY ($2::uuid[]) AND c.calendar = $3 AND c.state = 'running'`,
    [region, arrayText(cases), calendar],
  );
  const segments = await sql.query<ClockSegment & { case: string; clock: number }>(
    `SELECT ${segmentColumns('s')}, s.case_id AS "case", s.clock FROM handle.clock_segment s
     WHERE s.region = $1 AND s.case_id = ANY ($2::uuid[]) ORDER BY s.case_id, s.clock, s.n`,
    [region, arrayText(cases)],
  );
  const ofClock = Map.groupBy(segments, (segment) => `${segment.case} ${segment.clock}`);
  return rows.map(({ case: of, warnAt, dueAt, ...row }) => ({
    case: of,
    clock: clockOfRow(row, ofClock.get(`${of} ${row.id}`) ?? []),
    warnAt,
    dueAt,
  }));
}

async function moveTasks(sql: Sql, region: string, moved: readonly MovedClock[]): Promise<void> {
  const tasks = moved.flatMap(({ clock }) => (clock.task === null ? [] : [clock.task]));
  await sql.execute(
    `UPDATE handle.task t SET warn_at = c.warn_at, due_at = c.due_at FROM handle.clock c
     WHERE t.region = $1 AND t.case_id = ANY ($3::uuid[]) AND t.id = ANY ($2::uuid[]) AND t.state = 'open'
       AND c.region = $1 AND c.case_id = ANY ($3::uuid[]) AND c.case_id = t.case_id AND c.task = t.id AND c.state = 'running'`,
    [region, arrayText(tasks), arrayText(moved.map((one) => one.case))],
  );
}

/** The times of the cases as caseTimes has them, their revision, and the event with its entry. */
async function moveCases(
  sql: Sql,
  clock: Clock,
  version: string,
  region: string,
  moved: readonly MovedClock[],
): Promise<void> {
  const ofCase = Map.groupBy(moved, (one) => one.case);
  const cases = await sql.query<{ id: string; number: string; seq: number }>(
    `UPDATE handle."case" c SET rev = c.rev + 1, last_seq = c.last_seq + 1, warn_at = n.warn_at, due_at = n.due_at
     FROM (SELECT case_id, min(warn_at) AS warn_at, min(due_at) AS due_at FROM handle.clock
           WHERE region = $1 AND case_id = ANY ($2::uuid[]) AND state <> 'stopped' GROUP BY case_id) AS n
     WHERE c.region = $1 AND c.id = ANY ($2::uuid[]) AND c.id = n.case_id RETURNING c.id, c.number, c.last_seq AS seq`,
    [region, arrayText([...ofCase.keys()])],
  );
  const actor = 'system:calendar';
  const kind = 'clock.moved';
  const events = cases.map(({ id, number, seq }) => {
    const clocks = (ofCase.get(id) ?? []).map((one) => ({
      clock: one.clock.id,
      element: one.clock.element,
      wasDue: one.wasDue?.toISOString() ?? null,
      due: one.dueAt?.toISOString() ?? null,
    }));
    return { id, number, seq, data: { calendar: version, clocks } };
  });
  await sql.execute(
    `INSERT INTO handle.event (region, case_id, seq, at, kind, element, actor, reason, data)
     SELECT $1, n.case_id, n.seq, $2, $3, NULL, $4, $5, n.data FROM unnest($6::uuid[], $7::int[], $8::jsonb[]) AS n (case_id, seq, data)`,
    [
      region,
      clock.now(),
      kind,
      actor,
      version,
      arrayText(events.map(({ id }) => id)),
      arrayText(events.map(({ seq }) => seq)),
      events.map(({ data }) => JSON.stringify(data)),
    ],
  );
  await appendEntries(
    sql,
    clock,
    events.map(({ id, number, seq, data }) => ({
      region,
      kind,
      actor,
      subject: `case:${id}`,
      reason: version,
      body: { number, seq, element: null, digest: digestOf(data) },
    })),
  );
}
