import { uuidv7 } from '@yiwang/clock';
import type { Database } from '@yiwang/postgres';
import { findChanges, type Positions } from '../register/findChanges.ts';
import type { Register } from '../register/register.ts';
import { changedKeys, statesBefore, statesNow } from './entityStates.ts';
import type { PolicyTotal, Run } from './matchTable.ts';
import type { Policy } from './policy.ts';
import type { RemoteTable } from './tableCall.ts';
import type { Cause, PendingRun } from './writeRun.ts';
import { formulasText, type WrittenState } from './writtenState.ts';

/** More entities than these at once are told as totals alone: a feed that replaces a register is no news about each firm. */
export const mostListed = 50_000;

interface Known {
  readonly register: Register;
  readonly table: RemoteTable;
  readonly asOf: string;
  readonly positions: Positions;
  readonly policies: readonly Policy[];
}

/** Totals and policies as a whole, in place of what was written. */
export function wholeRun(cause: Cause, known: Known, totals: readonly PolicyTotal[]): PendingRun {
  const { asOf, positions, policies } = known;
  return {
    id: uuidv7(),
    cause,
    asOf,
    positions,
    gained: 0,
    lost: 0,
    differing: 0,
    totals,
    whole: policies,
    entries: () => Promise.resolve([]),
  };
}

/** A run of the table on its way into the database. */
export function listedRun(
  table: RemoteTable,
  run: Run,
  about: Pick<PendingRun, 'cause' | 'asOf' | 'positions'> & { before?: Policy | undefined; after?: Policy | undefined },
): PendingRun {
  const { gained, lost, differing, totals } = run;
  return {
    id: uuidv7(),
    ...about,
    gained,
    lost,
    differing,
    totals,
    entries: (from, to) => table.entriesOf(run.run, from, to),
    done: () => void table.forget(run.run).catch(() => undefined), // else it went with its thread
  };
}

/** The policies that differ, each as it was and as it is. */
export function policyChanges(
  before: readonly Policy[],
  after: readonly Policy[],
): { code: string; before: Policy | undefined; after: Policy | undefined }[] {
  const old = new Map(before.map((policy) => [policy.code, policy]));
  const now = new Map(after.map((policy) => [policy.code, policy]));
  const differs = (code: string): boolean => {
    const [a, b] = [old.get(code), now.get(code)];
    return a === undefined || b === undefined || a.version !== b.version || formulasText(a) !== formulasText(b);
  };
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter(differs)
    .map((code) => ({ code, before: old.get(code), after: now.get(code) }));
}

/**
 * Brings a table that was just loaded from what was last written to what is true now, so that what changed while nothing ran is
 * found, by cause: the entities of the change log first, by the policies as they were; then the policies. For that the rows are
 * put back to what they were, and the old totals must come out: where they do not, that is a difference too.
 */
export async function resumeTable(
  db: Database,
  known: Known,
  written: WrittenState | undefined,
): Promise<readonly PendingRun[]> {
  const { register, table, asOf, positions, policies } = known;
  const since = await changesSince(db, register, written?.positions ?? {}, positions);
  if (written === undefined || since === undefined) {
    return [wholeRun('loaded', known, await table.install(policies))];
  }
  const runs: PendingRun[] = [];
  await table.rollBack(statesBefore(register, since));
  const totals = await table.install(written.policies);
  if (!sameTotals(totals, written.totals)) {
    const old = { ...known, asOf: written.asOf, positions: written.positions, policies: written.policies };
    runs.push(wholeRun('found', old, totals));
  }
  if (since.length > 0) {
    const run = await table.changeRows(await statesNow(db, register, changedKeys(since)));
    runs.push(listedRun(table, run, { cause: 'entity', asOf: written.asOf, positions }));
  }
  const cause = written.asOf === asOf ? 'version' : 'date';
  for (const { code, before, after } of policyChanges(written.policies, policies)) {
    const run = await table.changePolicy(code, after);
    runs.push(listedRun(table, run, { cause, asOf, positions, before, after }));
  }
  return runs;
}

/** The changes between two positions; undefined where they are too many, no longer kept, or a district was loaded whole. */
async function changesSince(db: Database, register: Register, since: Positions, upTo: Positions) {
  const all = [];
  let from = since;
  for (;;) {
    const { changes, positions, lost } = await findChanges(db, register.code, from);
    if (lost || changes.some(({ kind }) => kind === 'loaded')) return undefined;
    const wanted = changes.filter(({ region, position }) => position <= (upTo[region] ?? 0));
    for (const change of wanted) all.push(change);
    if (all.length > mostListed) return undefined;
    if (wanted.length === 0) return all;
    from = positions;
  }
}

function sameTotals(now: readonly PolicyTotal[], then: readonly PolicyTotal[]): boolean {
  const told = (totals: readonly PolicyTotal[]): string =>
    totals
      .filter(({ matched, lacking }) => matched > 0 || lacking > 0)
      .map(({ policy, region, matched, amount, lacking }) => `${policy} ${region} ${matched} ${amount} ${lacking}`)
      .toSorted()
      .join('\n');
  return told(now) === told(then);
}
