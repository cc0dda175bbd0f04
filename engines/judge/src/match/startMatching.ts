import type { Clock } from '@yiwang/clock';
import { isFault, unexpected, type Fault } from '@yiwang/faults';
import type { Database } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { DecisionModel } from '../model.ts';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import { findChanges, type Positions } from '../register/findChanges.ts';
import { registerChannel } from '../register/lockHeads.ts';
import type { Register } from '../register/register.ts';
import { findNames, type NamedEntity } from '../register/searchEntities.ts';
import type { CityRule } from '../rules/cityRule.ts';
import { dayAfter, dayOf, startOfDay } from '../versions/day.ts';
import { ruleChannel } from '../versions/lockRule.ts';
import type { Comparison, Side } from './compareFormulas.ts';
import { changedKeys, statesNow } from './entityStates.ts';
import { loadTable } from './loadTable.ts';
import { startLookLoop, type LookLoop } from './lookLoop.ts';
import { lowerRule } from './lowerRule.ts';
import type { EntityMatch, Page, PolicyTotal } from './matchTable.ts';
import type { Policy } from './policy.ts';
import { createPolicySource, type LowerRule, type RuleProblem } from './policySource.ts';
import { listedRun, mostListed, policyChanges, resumeTable } from './resumeTable.ts';
import { startTable, type TableThread } from './startTable.ts';
import type { RemoteTable } from './tableCall.ts';
import { tidy } from './tidy.ts';
import { startWriteQueue, type WriteQueue } from './writeQueue.ts';
import { clearCutRuns, findWritten } from './writtenState.ts';

export interface MatchingOptions {
  /** The city: 330100. */
  readonly region: string;
  readonly register: Register;
  /** As the applications' folders have them; versions published by people are added from the database. */
  readonly rules: readonly CityRule[];
  /** Reads the document of a published version; as a model without imports unless told. */
  readonly read?: (xml: string, file: string) => DecisionModel;
  /** Makes formulas of a version; `lowerRule` unless told. */
  readonly lower?: LowerRule;
  /** A day that stands still instead of the clock's. */
  readonly asOf?: string;
  /** Heap of the thread, in MB, besides the columns; 2048 unless told. */
  readonly memory?: number;
}

export interface MatchingState {
  readonly register: string;
  /** `waiting`: something failed and is tried again; `fault` says what. */
  readonly status: 'loading' | 'current' | 'waiting';
  readonly fault?: Fault;
  readonly asOf: string;
  readonly entities: number;
  readonly policies: number;
  /** Of the last full match, without the loading of the register. */
  readonly milliseconds: number;
  /** When that was. */
  readonly at?: Date;
  /** Of the columns, in memory. */
  readonly bytes: number;
  /** Runs that are not written yet. */
  readonly pending: number;
  readonly problems: readonly RuleProblem[];
}

export interface MatchedEntity extends NamedEntity {
  readonly amount: string | null;
}

export interface ComparedEntity extends NamedEntity {
  readonly before: string | null;
  readonly after: string | null;
}

/** A register's matches, in memory. Each question throws judge.matchingNotReady until it is loaded. */
export interface RegisterMatching {
  state(): MatchingState;
  /** Resolves when it was loaded once. */
  ready(): Promise<void>;
  /** Catches up with the clock, the rules and the register; resolves when answers are by what was committed before the call. */
  refresh(): Promise<void>;
  /** Resolves when all that is known is written. */
  written(): Promise<void>;
  /** Of every policy and district. */
  totals(): Promise<readonly PolicyTotal[]>;
  /** What every policy says of one entity. */
  matchesOf(region: string, code: string): Promise<readonly EntityMatch[]>;
  /** Whom a rule matches, or whose data do not tell. */
  entitiesOf(
    rule: string,
    wanted: 'matched' | 'lacking',
    page: Page,
  ): Promise<{ total: number; rows: MatchedEntity[] }>;
  /** What another model of a rule would change, over the whole register, as of the day. @throws what `lower` throws */
  compare(rule: CityRule, model: DecisionModel): Promise<Comparison & { readonly milliseconds: number }>;
  comparedEntities(
    rule: CityRule,
    model: DecisionModel,
    side: Side,
    page: Page,
  ): Promise<{ total: number; rows: ComparedEntity[] }>;
  stop(): Promise<void>;
}

/** Looks at the log this often, in ms, whatever was heard: a word may be lost where a connection breaks. */
const lookEvery = 30_000;
/** Runs that wait to be written, at the most; no more changes are taken up then. */
const mostWaiting = 200;

/**
 * Keeps the matches of a register: in a thread of its own, loaded by COPY, moved on by the register's change log, by published
 * versions and by the date, and written down. What is heard by NOTIFY only wakes; what is true is read. After any failure, a lost
 * database, a thread that ended, another process that wrote, it begins again from what is written.
 *
 *   loading   the first look is under way                 → current | waiting
 *   current   answers are by what was committed when the last look began
 *                                                         → waiting (a look or a write failed)
 *   waiting   the look is tried again after .1 to 10 s; what was loaded answers meanwhile, with the database away for as long as it
 *             takes, and takes up dates                   → current
 *
 * The register's table must be there (`prepareRegister`). One process for a register is meant to do this; a second is right too,
 * but reads the register anew whenever the first wrote something that it had not seen yet.
 */
export async function startMatching(db: Database, clock: Clock, options: MatchingOptions): Promise<RegisterMatching> {
  const { region, register, read = (xml, file) => readDecisionModel(xml, file), lower = lowerRule } = options;
  const source = createPolicySource(db, { region, register, rules: options.rules, read, lower });
  const today = (): string => options.asOf ?? dayOf(clock.now());
  let stopped = false;
  let loop: LookLoop | undefined;
  const wake = (): void => loop?.wake();
  const firstLoad = Promise.withResolvers<void>();
  firstLoad.promise.catch(() => undefined);
  let thread: TableThread | undefined;
  let queue: WriteQueue | undefined;
  let current: { positions: Positions; policies: readonly Policy[]; asOf: string } | undefined;
  let rulesStale = true;
  let mustBuild = true;
  /** Changes wait until the queue is shorter. */
  let stalled = false;
  /** Why the queue was given up. */
  let unwritten: unknown;
  let state: Omit<MatchingState, 'pending'> = {
    register: register.code,
    status: 'loading',
    asOf: today(),
    entities: 0,
    policies: 0,
    milliseconds: 0,
    bytes: 0,
    problems: [],
  };

  /** The register anew, the state that was written, what differs from it. Until the rows are there the old ones answer. */
  const build = async (): Promise<void> => {
    await queue?.giveUp();
    queue = undefined;
    unwritten = undefined;
    const { table } = (thread ??= begin());
    await source.read();
    rulesStale = false;
    const asOf = today();
    const { policies, problems } = await source.compile(asOf);
    await clearCutRuns(db, region, register.code);
    const written = await findWritten(db, region, register.code);
    const { rows, positions } = await loadTable(db, register, table);
    current = undefined;
    await table.finish();
    const began = performance.now();
    const runs = await resumeTable(db, { register, table, asOf, positions, policies }, written);
    queue = startWriteQueue(db, clock, { region, register: register.code }, written?.revision ?? 0, {
      failed(error) {
        unwritten = error;
        wake();
      },
      shorter: (length) => void (stalled && length < mostWaiting / 2 && wake()),
    });
    for (const run of runs) queue.add(run);
    current = { positions, policies, asOf };
    mustBuild = false;
    const milliseconds = performance.now() - began;
    const { rows: bytes } = await table.memory();
    state = {
      ...state,
      asOf,
      entities: rows,
      policies: policies.length,
      problems,
      milliseconds,
      at: clock.now(),
      bytes,
    };
    firstLoad.resolve();
  };

  const begin = (): TableThread => {
    const own = startTable(options.memory ?? 2048);
    void own.ended.then((error) => {
      if (thread !== own) return;
      if (error !== undefined) fail(error);
      thread = undefined;
      current = undefined;
      mustBuild = true;
      wake();
    });
    return own;
  };

  /** With the database away the versions that are known go on, so that a date is taken up all the same. */
  const readVersions = async (): Promise<void> => {
    rulesStale = false;
    try {
      await source.read();
    } catch (error) {
      rulesStale = true;
      if (!isConnection(error)) throw error;
    }
  };

  /** Versions and the date. */
  const moveRules = async (table: RemoteTable, was: NonNullable<typeof current>): Promise<void> => {
    const asOf = today();
    if (!rulesStale && asOf === was.asOf) return;
    if (rulesStale) await readVersions();
    const { policies, problems } = await source.compile(asOf);
    const cause = asOf === was.asOf ? 'version' : 'date';
    for (const { code, before, after } of policyChanges(was.policies, policies)) {
      const run = await table.changePolicy(code, after);
      const about = { cause, asOf, positions: was.positions, before, after } as const;
      queue?.add(listedRun(table, run, about));
    }
    current = { ...was, policies, asOf };
    state = { ...state, asOf, policies: policies.length, problems };
  };

  /** The register's change log; false where only loading it anew tells. */
  const moveRows = async (table: RemoteTable): Promise<boolean> => {
    for (;;) {
      stalled = (queue?.length ?? 0) > mostWaiting;
      if (current === undefined || stalled) return true;
      const { changes, positions, behind, lost } = await findChanges(db, register.code, current.positions, 1000);
      if (lost || behind > mostListed || changes.some(({ kind }) => kind === 'loaded')) return false;
      if (changes.length === 0) return true;
      const keys = changedKeys(changes);
      const run = await table.changeRows(await statesNow(db, register, keys));
      current = { ...current, positions };
      queue?.add(listedRun(table, run, { cause: 'entity', asOf: current.asOf, positions }));
      const added = changes.reduce((sum, { kind }) => sum + Number(kind === 'added') - Number(kind === 'removed'), 0);
      state = { ...state, entities: state.entities + added };
    }
  };

  const catchUp = async (): Promise<void> => {
    const error = unwritten;
    unwritten = undefined;
    if (error !== undefined && !mustBuild) throw error;
    if (mustBuild) await build();
    if (current === undefined || thread === undefined) throw faults.matchingNotReady();
    await moveRules(thread.table, current);
    if (await moveRows(thread.table)) return;
    await queue?.drained();
    await build();
  };

  const fail = (error: unknown): void => {
    if (stopped) return;
    if (!isFault(error, 'judge.matchingOvertaken')) {
      state = { ...state, status: 'waiting', fault: isFault(error) ? error : unexpected(error) };
    }
  };

  let tidied = '';
  let tidying: Promise<void> | undefined;
  /** Once a day, beside everything else. */
  const keepTidy = (): void => {
    const day = dayOf(clock.now());
    if (tidied === day || tidying !== undefined) return;
    tidied = day;
    tidying = tidy(db, { region, register: register.code }, clock.now())
      .catch(fail)
      .finally(() => (tidying = undefined));
  };

  // Listening before the first look: what is told from then on is heard, what was committed before is read.
  const rulesChanged = (): void => {
    rulesStale = true;
    wake();
  };
  const heard = [
    await db.listen(registerChannel, (code) => void (code === register.code && wake()), wake),
    await db.listen(ruleChannel, rulesChanged, rulesChanged),
  ];
  loop = startLookLoop({
    async look() {
      await catchUp();
      const { fault: _, ...rest } = state;
      state = { ...rest, status: 'current' };
      keepTidy();
    },
    failed(error) {
      fail(error);
      // With the database away, what is in memory stays true as of its positions, and is caught up from there.
      if (!isConnection(error)) mustBuild = true;
      // It is built anew where another process wrote or the thread ended, and who waits gets that.
      return { told: !isFault(error, 'judge.matchingOvertaken') && !isFault(error, 'judge.matchingNotReady') };
    },
    well: () => queue?.length === 0,
    rest() {
      // At midnight in Asia/Shanghai versions begin.
      const now = clock.now();
      const midnight = startOfDay(dayAfter(dayOf(now))).getTime() - now.getTime();
      return Math.max(Math.min(lookEvery, midnight), 1);
    },
  });

  const tableNow = (): RemoteTable => {
    if (thread === undefined || current === undefined) throw faults.matchingNotReady();
    return thread.table;
  };
  /** The names come from the database, for the thread keeps none. */
  const named = async <R extends { region: string; code: string }>(
    rows: readonly R[],
  ): Promise<(R & NamedEntity)[]> => {
    const names = new Map((await findNames(db, register, rows)).map((row) => [row.region + row.code, row.name]));
    return rows.map((row) => ({ ...row, name: names.get(row.region + row.code) ?? '' }));
  };
  const lowered = (rule: CityRule, model: DecisionModel) => lower(model, rule, register, current?.asOf ?? today());

  return {
    state: () => ({ ...state, pending: queue?.length ?? 0 }),
    ready: () => firstLoad.promise,
    async refresh() {
      if (stopped) throw faults.matchingNotReady();
      rulesStale = true;
      await loop?.looked();
    },
    async written() {
      await queue?.drained();
    },
    totals: async () => tableNow().totals(),
    matchesOf: async (district, code) => tableNow().matchesOf(district, code),
    async entitiesOf(rule, which, page) {
      const { total, rows } = await tableNow().entitiesOf(rule, which, page);
      return { total, rows: await named(rows) };
    },
    async compare(rule, model) {
      const began = performance.now();
      const result = await tableNow().compare(rule.code, lowered(rule, model));
      return { ...result, milliseconds: performance.now() - began };
    },
    async comparedEntities(rule, model, side, page) {
      const { total, rows } = await tableNow().comparedEntities(rule.code, lowered(rule, model), side, page);
      return { total, rows: await named(rows) };
    },
    async stop() {
      stopped = true;
      await Promise.all(heard.map((end) => end()));
      await loop?.stop(faults.matchingNotReady());
      await queue?.giveUp();
      await tidying;
      const last = thread;
      thread = undefined;
      await last?.stop();
      firstLoad.reject(faults.matchingNotReady());
    },
  };
}

function isConnection(error: unknown): boolean {
  return isFault(error, 'postgres.unreachable') || isFault(error, 'postgres.commitUnknown');
}
