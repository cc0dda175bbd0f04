import { isFault } from '@yiwang/faults';
import type { Sql } from '@yiwang/postgres';
import { faults } from '../faults.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';
import type { Act, Effect } from '../step/caseCommand.ts';
import type { CaseEvent } from '../step/caseState.ts';
import { checkAct } from './checkAct.ts';
import { checkRequest, type CommandAnswer, type CommandRequest, type HandlePorts } from './commandRequest.ts';
import { answerOf, commitSteps, takeStep, type TakenStep } from './commitStep.ts';
import { getDefinition } from './definitionStore.ts';
import { commandDigest } from './digest.ts';
import { findCasesById, type LoadedCase } from './loadCase.ts';
import type { AnsweredCommand } from './answeredCommand.ts';

/** A command on a case, as `runCommand` takes it. */
export interface BatchItem {
  readonly request: CommandRequest;
  readonly act: Act;
}

export type BatchOutcome =
  | { readonly answer: CommandAnswer; /** The command did something now. */ readonly moved: boolean }
  | { readonly fault: unknown };

export interface BatchResult {
  /** In the order of the items. */
  readonly outcomes: readonly BatchOutcome[];
  /** The cases that were worked on, by id, as they are once the transaction commits. */
  readonly cases: ReadonlyMap<string, LoadedCase>;
}

interface Work extends BatchItem {
  /** Place among the items. */
  readonly at: number;
  readonly digest: string;
}

/** What the commands on one case came to, before anything is written. */
interface Chain {
  readonly loaded: LoadedCase;
  readonly step: TakenStep | undefined;
  readonly outcomes: readonly (readonly [Work, BatchOutcome])[];
  /** Of the commands that are new, a repeat within the batch left out. */
  readonly answers: readonly (readonly [Work, CommandAnswer])[];
  /** A command was refused or found nothing to do: to be believed only of a state that was read now. */
  readonly doubtful: boolean;
}

/**
 * Runs commands on many cases in the caller's transaction, each as if alone and those on one case in their order, with the
 * same few statements for one command or hundreds. A command that is refused leaves the others be.
 * @param known states as this process left them; one that was written elsewhere meanwhile is found by its revision
 * @throws handle.stale when a known state was not the latest; the transaction must roll back, and can be run again without
 */
export async function runBatch(
  tx: Sql,
  ports: HandlePorts,
  items: readonly BatchItem[],
  known: ReadonlyMap<string, LoadedCase> = new Map(),
): Promise<BatchResult> {
  const now = ports.clock.now();
  const outcomes = new Map<number, BatchOutcome>();
  const work = checked(items, outcomes);
  await answerRepeats(tx, work, outcomes);
  const open = groupByCase(work.filter(({ at }) => !outcomes.has(at)));
  const states = new Map<string, LoadedCase>();
  const load = async (ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    const keys = ids.map((id) => ({ region: open.get(id)?.[0]?.request.region ?? '', case: id }));
    for (const [id, one] of await findCasesById(tx, keys, { lock: true })) states.set(id, one);
  };
  const fresh = [...open.keys()].filter((id) => {
    const one = known.get(id);
    if (one !== undefined) states.set(id, one);
    return one === undefined;
  });
  await load(fresh);
  const chains = new Map<string, Chain>();
  const run = async (ids: Iterable<string>): Promise<void> => {
    for (const id of ids) {
      const loaded = states.get(id);
      const list = open.get(id) ?? [];
      if (loaded === undefined) {
        for (const { at, request } of list)
          outcomes.set(at, { fault: faults.noCase({ region: request.region, id: request.case }) });
      } else chains.set(id, runChain(ports, await getDefinition(tx, loaded.head), loaded, list, now));
    }
  };
  await run(open.keys());
  const doubtful = [...chains].flatMap(([id, chain]) => (chain.doubtful && !fresh.includes(id) ? [id] : []));
  await load(doubtful);
  await run(doubtful);
  await answerLate(tx, chains);
  await commit(tx, ports, [...chains.values()], now);
  const cases = new Map<string, LoadedCase>();
  for (const [id, { loaded, step, outcomes: ofCase }] of chains) {
    for (const [{ at }, outcome] of ofCase) outcomes.set(at, outcome);
    cases.set(id, step === undefined ? loaded : { ...loaded, state: step.after });
  }
  return { outcomes: items.map((_, at) => outcomes.get(at) ?? { fault: faults.stuck({ element: '–' }) }), cases };
}

function checked(items: readonly BatchItem[], outcomes: Map<number, BatchOutcome>): readonly Work[] {
  return items.flatMap((item, at): Work[] => {
    try {
      checkRequest(item.request);
      checkAct(item.act);
      return [{ ...item, at, digest: commandDigest(item.request, item.act) }];
    } catch (fault) {
      if (!isFault(fault)) throw fault;
      outcomes.set(at, { fault });
      return [];
    }
  });
}

/** A command that was done before gets the answer of the first time. */
async function answerRepeats(tx: Sql, work: readonly Work[], outcomes: Map<number, BatchOutcome>): Promise<void> {
  const regions = new Set(work.map(({ request }) => request.region));
  const done = await tx.query<{ region: string; command: string; digest: string; answer: CommandAnswer }>(
    `SELECT region, command, digest, answer FROM handle.command_dedup WHERE region = ANY($1) AND command = ANY($2)`,
    [[...regions], work.map(({ request }) => request.command)],
    { prepare: true },
  );
  if (done.length === 0) return;
  const first = new Map(done.map((one) => [one.region + one.command, one]));
  for (const { at, request, digest } of work) {
    const { region, command } = request;
    const one = first.get(region + command.toLowerCase());
    if (one === undefined) continue;
    const same = one.digest === digest;
    outcomes.set(at, same ? { answer: one.answer, moved: false } : { fault: faults.commandReused({ command }) });
  }
}

/**
 * A command that was refused, or found nothing to do, may have been done by another process since it was looked for: its
 * case was locked until then.
 */
async function answerLate(tx: Sql, chains: Map<string, Chain>): Promise<void> {
  const unsure = [...chains.values()].flatMap(({ outcomes }) =>
    outcomes.flatMap(([one, outcome]) => ('answer' in outcome && outcome.moved ? [] : [one])),
  );
  if (unsure.length === 0) return;
  const found = new Map<number, BatchOutcome>();
  await answerRepeats(tx, unsure, found);
  if (found.size === 0) return;
  for (const [id, chain] of chains)
    chains.set(id, {
      ...chain,
      outcomes: chain.outcomes.map(([one, outcome]) => [one, found.get(one.at) ?? outcome] as const),
      answers: chain.answers.filter(([{ at }]) => !found.has(at)),
    });
}

function groupByCase(work: readonly Work[]): ReadonlyMap<string, readonly Work[]> {
  const groups = new Map<string, Work[]>();
  for (const one of work) {
    const list = groups.get(one.request.case);
    if (list === undefined) groups.set(one.request.case, [one]);
    else list.push(one);
  }
  return groups;
}

/** Runs commands on one case, one after the other, and joins what they did to one step that is written at once. */
function runChain(
  ports: HandlePorts,
  definition: ProcessDefinition,
  loaded: LoadedCase,
  work: readonly Work[],
  now: Date,
): Chain {
  let { state } = loaded;
  const events: CaseEvent[] = [];
  const effects: Effect[] = [];
  const outcomes: (readonly [Work, BatchOutcome])[] = [];
  let doubtful = false;
  const answers: (readonly [Work, CommandAnswer])[] = [];
  for (const one of work) {
    const { request, act } = one;
    const { by, reason, rev, region, command } = request;
    const first = answers.find(([{ request: earlier }]) => earlier.command === command);
    if (first !== undefined) {
      const [{ digest }, answer] = first;
      const same = digest === one.digest;
      outcomes.push([one, same ? { answer, moved: false } : { fault: faults.commandReused({ command }) }]);
      continue;
    }
    try {
      if (region !== state.region) throw faults.noCase({ region, id: request.case });
      if (rev !== undefined && rev !== state.rev)
        throw faults.stale({ number: state.number, rev: state.rev, expected: rev });
      const taken = takeStep(ports, definition, state, { by, reason: reason ?? null, act }, now);
      state = taken.after;
      events.push(...taken.events);
      effects.push(...taken.effects);
      doubtful ||= taken.events.length === 0;
      const answer = answerOf(state);
      answers.push([one, answer]);
      outcomes.push([one, { answer, moved: taken.events.length > 0 }]);
    } catch (fault) {
      if (!isFault(fault)) throw fault;
      doubtful = true;
      outcomes.push([one, { fault }]);
    }
  }
  const step = events.length === 0 ? undefined : { definition, before: loaded.state, after: state, events, effects };
  return { loaded, step, outcomes, answers, doubtful };
}

async function commit(tx: Sql, ports: HandlePorts, chains: readonly Chain[], at: Date): Promise<void> {
  const steps = chains.flatMap(({ step }) => (step === undefined ? [] : [step]));
  const answered = chains.flatMap(({ answers }) =>
    answers.map(([{ request, digest }, answer]): AnsweredCommand => {
      const { region, command } = request;
      return { region, command, digest, answer, at };
    }),
  );
  await commitSteps(tx, ports, steps, answered);
}
