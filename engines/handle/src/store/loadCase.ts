import type { Sql } from '@yiwang/postgres';
import type { CaseClock, CaseState, ClockSegment, Evidence, Task, Timer, Token } from '../step/caseState.ts';

/** What of a case stays as it was opened, or is known of it beside its state. */
export interface CaseHead {
  readonly app: string;
  readonly process: string;
  readonly version: number;
  /** Of the model's XML and the fields of its forms. */
  readonly checksum: string;
}

export interface LoadedCase {
  readonly head: CaseHead;
  readonly state: CaseState;
}

type CaseRow = CaseHead & Omit<CaseState, 'tokens' | 'tasks' | 'timers' | 'clocks' | 'evidence'>;
type ClockRow = Omit<CaseClock, 'segments'>;
type SegmentRow = ClockSegment & { readonly clock: number };

const taskColumns = `id, n, token, element, name, candidate_role AS "candidateRole", organisation, assignee, state, form,
  created_at AS "createdAt", claimed_at AS "claimedAt", ended_at AS "endedAt", completed_by AS "completedBy", outcome,
  data, due_at AS "dueAt", warn_at AS "warnAt"`;

/**
 * Reads a case. With `lock` its row is held to the end of the transaction, so that the commands on one case follow each
 * other and the second of two clerks sees what the first did.
 */
export async function findCase(
  sql: Sql,
  region: string,
  id: string,
  { lock }: { readonly lock: boolean },
): Promise<LoadedCase | undefined> {
  const [row] = await sql.query<CaseRow>(
    `SELECT c.app, c.process, c.version, d.checksum, c.region, c.id, number, title, rev, state, outcome, home, opened_at AS "openedAt",
       closed_at AS "closedAt", seen_again AS "seenAgain", variables, next_id AS "nextId", last_seq AS "lastSeq"
     FROM handle."case" c JOIN handle.definition d ON (d.app, d.id, d.version) = (c.app, c.process, c.version)
     WHERE c.region = $1 AND c.id = $2 ${lock ? 'FOR UPDATE OF c' : ''}`,
    [region, id],
  );
  if (row === undefined) return undefined;
  const { app, process, version, checksum, ...scalars } = row;
  const key = [region, id];
  const tokens = await sql.query<Token>(
    `SELECT id, element, via, since FROM handle.token WHERE region = $1 AND case_id = $2 ORDER BY id`,
    key,
  );
  const tasks = await sql.query<Task>(
    `SELECT ${taskColumns} FROM handle.task WHERE region = $1 AND case_id = $2 ORDER BY n`,
    key,
  );
  const timers = await sql.query<Timer>(
    `SELECT id, element, token, due_at AS "dueAt" FROM handle.timer WHERE region = $1 AND case_id = $2 ORDER BY id`,
    key,
  );
  const clocks = await sql.query<ClockRow>(
    `SELECT id, task, unit, budget_minutes AS "budgetMinutes", used_minutes AS "usedMinutes", calendar, state
     FROM handle.clock WHERE region = $1 AND case_id = $2 ORDER BY id`,
    key,
  );
  const segments = await sql.query<SegmentRow>(
    `SELECT clock, n, state, from_at AS "from", to_at AS "to", reason, by_actor AS "by"
     FROM handle.clock_segment WHERE region = $1 AND case_id = $2 ORDER BY clock, n`,
    key,
  );
  const evidence = await sql.query<Evidence>(
    `SELECT id, task, hash, type, size, name, at, by_actor AS "by"
     FROM handle.evidence WHERE region = $1 AND case_id = $2 ORDER BY id`,
    key,
  );
  const ofClock = Map.groupBy(segments, (segment) => segment.clock);
  return {
    head: { app, process, version, checksum },
    state: {
      ...scalars,
      tokens,
      tasks,
      timers,
      evidence,
      clocks: clocks.map((clock) => ({
        ...clock,
        segments: (ofClock.get(clock.id) ?? []).map(({ n, state, from, to, reason, by }) => ({
          n,
          state,
          from,
          to,
          reason,
          by,
        })),
      })),
    },
  };
}
