import type { Sql } from '@yiwang/postgres';
import {
  clockColumns,
  clockOfRow,
  segmentColumns,
  type ClockSegment,
  type KeptClock,
  type LegalClock,
} from '../clock/index.ts';
import type { CaseState, Evidence, ExtensionRequest, Incident, Scope, Task, Timer, Token } from '../step/caseState.ts';

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
  /** Of a drill. */
  readonly simulated: boolean;
  readonly state: CaseState;
}

export interface CaseKey {
  readonly region: string;
  readonly case: string;
}

type Parts = 'tokens' | 'scopes' | 'tasks' | 'timers' | 'clocks' | 'evidence';
/** In jsonb a time is text. */
type StoredList<T extends { readonly at: Date }> = readonly (Omit<T, 'at'> & { readonly at: string })[];
type CaseRow = CaseHead &
  Omit<CaseState, Parts | 'requests' | 'incidents'> & {
    readonly simulated: boolean;
    readonly requests: StoredList<ExtensionRequest>;
    readonly incidents: StoredList<Incident>;
  };
type Of<T> = T & { readonly caseId: string };

const taskColumns = `t.id, t.n, t.token, t.element, t.name, t.candidate_role AS "candidateRole", t.skill, t.organisation,
  t.assignee, t.delegated_by AS "delegatedBy", t.signs_for AS "signsFor", t.state, t.form, t.created_at AS "createdAt",
  t.claimed_at AS "claimedAt", t.ended_at AS "endedAt", t.completed_by AS "completedBy", t.outcome, t.data,
  t.due_at AS "dueAt", t.warn_at AS "warnAt"`;

/**
 * Reads a case. With `lock` its row is held to the end of the transaction, so that the commands on one case follow each
 * other and the second of two clerks sees what the first did.
 */
export async function findCase(
  sql: Sql,
  region: string,
  id: string,
  options: { readonly lock: boolean },
): Promise<LoadedCase | undefined> {
  return (await findCasesById(sql, [{ region, case: id }], options)).get(id);
}

/** Reads cases, by id, with a query for each table; rows are locked in the order of their ids. */
export async function findCasesById(
  sql: Sql,
  keys: readonly CaseKey[],
  { lock }: { readonly lock: boolean },
): Promise<ReadonlyMap<string, LoadedCase>> {
  const at = [[...new Set(keys.map((key) => key.region))], keys.map((key) => key.case)];
  const cases = await sql.query<CaseRow>(
    `SELECT c.app, c.process, c.version, d.checksum, c.region, c.id, c.number, c.title, c.rev, c.state, c.outcome, c.home,
       c.opened_at AS "openedAt", c.closed_at AS "closedAt", c.seen_again AS "seenAgain", c.urged,
       c.supervised_at AS "supervisedAt", c.parked_at AS "parkedAt", c.variables, c.next_id AS "nextId",
       c.last_seq AS "lastSeq", c.links, c.requests, c.incidents, c.heard, c.simulated
     FROM handle."case" c JOIN handle.definition d ON (d.app, d.id, d.version) = (c.app, c.process, c.version)
     WHERE c.region = ANY($1) AND c.id = ANY($2) ORDER BY c.id ${lock ? 'FOR UPDATE OF c' : ''}`,
    at,
    { prepare: true },
  );
  if (cases.length === 0) return new Map();
  const rows = async <T>(columns: string, table: string, order: string): Promise<Map<string, T[]>> => {
    const found = await sql.query<Of<T>>(
      `SELECT t.case_id AS "caseId", ${columns} FROM handle.${table} t
       WHERE t.region = ANY($1) AND t.case_id = ANY($2) ORDER BY ${order}`,
      at,
      { prepare: true },
    );
    const groups = new Map<string, T[]>();
    for (const { caseId, ...row } of found) {
      const list = groups.get(caseId);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the row without the key that it was asked with
      const one = row as unknown as T;
      if (list === undefined) groups.set(caseId, [one]);
      else list.push(one);
    }
    return groups;
  };
  const tokens = await rows<Token>('t.id, t.scope, t.element, t.via, t.since, t.state, t.got', 'token', 't.id');
  const scopes = await rows<Scope>(
    't.id, t.parent, t.element, t.role, t.token, t.variables, t.keeps, t.loop, t.remaining',
    'scope',
    't.id',
  );
  const tasks = await rows<Task>(taskColumns, 'task', 't.n');
  const timers = await rows<Timer>(
    't.id, t.element, t.event AS index, t.token, t.scope, t.due_at AS "dueAt", t.left_times AS "left"',
    'timer',
    't.id',
  );
  const clocks = await rows<KeptClock>(clockColumns('t'), 'clock', 't.id');
  const segments = await rows<ClockSegment & { readonly clock: number }>(
    `t.clock, ${segmentColumns('t')}`,
    'clock_segment',
    't.clock, t.n',
  );
  const evidence = await rows<Evidence>(
    't.id, t.task, t.hash, t.type, t.size, t.name, t.at, t.by_actor AS "by"',
    'evidence',
    't.id',
  );
  return new Map(
    cases.map(({ app, process, version, checksum, simulated, requests, incidents, ...scalars }) => {
      const { id } = scalars;
      const state: CaseState = {
        ...scalars,
        requests: requests.map((one) => ({ ...one, at: new Date(one.at) })),
        incidents: incidents.map((one) => ({ ...one, at: new Date(one.at) })),
        tokens: tokens.get(id) ?? [],
        scopes: scopes.get(id) ?? [],
        tasks: tasks.get(id) ?? [],
        timers: timers.get(id) ?? [],
        clocks: clocksOf(clocks.get(id) ?? [], segments.get(id) ?? []),
        evidence: evidence.get(id) ?? [],
      };
      return [id, { head: { app, process, version, checksum }, simulated, state }];
    }),
  );
}

function clocksOf(
  clocks: readonly KeptClock[],
  segments: readonly (ClockSegment & { readonly clock: number })[],
): readonly LegalClock[] {
  return clocks.map((row) =>
    clockOfRow(
      row,
      segments
        .filter((segment) => segment.clock === row.id)
        .map(({ n, state, from, to, reason, by, through }) => ({ n, state, from, to, reason, by, through })),
    ),
  );
}
