import type { Cell } from '../register/cell.ts';
import { decimalText } from '../register/cell.ts';
import { decodeRegister, type RegisterDecoder } from '../register/decodeRegister.ts';
import type { Register } from '../register/register.ts';
import { bytesOfRows, putRow, type RegisterRows } from '../register/registerRows.ts';
import { faults } from '../faults.ts';
import { unknownOf } from './unknownOf.ts';
import { commonScale, compareFormulas, type Comparison, type Side } from './compareFormulas.ts';
import { lacking, matched, notMatched, outcomeOf, type OutcomeOf } from './outcome.ts';
import type { Formulas, Policy } from './policy.ts';
import { createPlanes, type Planes } from './planes.ts';
import { addToSums, regionTotal, regionTotals, sumPolicies, type PolicySums, type RegionTotal } from './policySums.ts';
import {
  amountKind,
  createRunEntries,
  gainedKind,
  kinds,
  lostKind,
  type ChangeKind,
  type RunEntries,
} from './runEntries.ts';

/** An entity as it is now: its cells in the order of the columns, or null where it is not in the register. */
export interface RowState {
  readonly region: string;
  readonly code: string;
  readonly cells: readonly Cell[] | null;
}

/** What one cause changed; its entries are asked for in pages and forgotten once written. */
export interface Run {
  readonly run: number;
  readonly gained: number;
  readonly lost: number;
  /** Matched both times, with another amount. */
  readonly differing: number;
  /** Districts' totals that are others now. */
  readonly totals: readonly PolicyTotal[];
}

export interface PolicyTotal extends RegionTotal {
  readonly policy: string;
}

export interface MatchChange {
  readonly policy: string;
  readonly region: string;
  readonly code: string;
  readonly kind: ChangeKind;
  readonly before: string | null;
  readonly after: string | null;
}

export interface EntityMatch {
  readonly policy: string;
  readonly version: number;
  readonly state: 'matched' | 'notMatched' | 'lacking';
  readonly amount: string | null;
}

export interface Page {
  readonly region?: string;
  readonly offset: number;
  readonly limit: number;
}

export interface MatchedRow {
  readonly region: string;
  readonly code: string;
  readonly amount: string | null;
}

export interface ComparedRow {
  readonly region: string;
  readonly code: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface Held {
  readonly policy: Policy;
  readonly ordinal: number;
  readonly outcome: OutcomeOf;
  readonly sums: PolicySums;
}

interface HeldRun {
  readonly entries: RunEntries;
  /** Of each policy by its ordinal. */
  readonly decimals: Map<number, number>;
}

interface HeldComparison {
  readonly key: string;
  readonly before: OutcomeOf;
  readonly after: OutcomeOf;
  readonly result: Comparison;
  readonly rows: Readonly<Record<Side, number[]>>;
}

/**
 * A register in memory and its policies' totals, kept current change by change. Everything is synchronous: it lives in a thread
 * of its own. No list of matches is kept: who they are is asked of the formulas.
 */
export type MatchTable = ReturnType<typeof createMatchTable>;

export function createMatchTable() {
  let decoder: RegisterDecoder | undefined;
  let rows: RegisterRows | undefined;
  let planes: Planes | undefined;
  const policies = new Map<string, Held>();
  const ordinals = new Map<string, number>();
  const codes: string[] = [];
  const runs = new Map<number, HeldRun>();
  let lastRun = 0;
  let compared: HeldComparison | undefined;

  const loaded = (): RegisterRows => {
    if (rows === undefined) throw faults.matchingNotReady();
    return rows;
  };
  const planesNow = (): Planes => (planes ??= createPlanes(loaded()));
  const ordinalOf = (code: string): number => {
    let ordinal = ordinals.get(code);
    if (ordinal === undefined) {
      ordinal = codes.push(code) - 1;
      ordinals.set(code, ordinal);
    }
    return ordinal;
  };
  const hold = (given: readonly Policy[]): Held[] => {
    const all = sumPolicies(planesNow(), given);
    return given.flatMap((policy, n) => {
      const sums = all[n];
      if (sums === undefined) return [];
      const held = { policy, ordinal: ordinalOf(policy.code), outcome: outcomeOf(policy, loaded()), sums };
      policies.set(policy.code, held);
      return [held];
    });
  };
  const keep = (entries: RunEntries, decimals: HeldRun['decimals'], totals: readonly PolicyTotal[]): Run => {
    lastRun += 1;
    runs.set(lastRun, { entries, decimals });
    const counts = [0, 0, 0];
    for (let n = 0; n < entries.count; n++) {
      const { kind } = entries.at(n);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    const [gained = 0, lost = 0, differing = 0] = counts;
    return { run: lastRun, gained, lost, differing, totals };
  };
  const totalsOf = ({ policy, sums }: Held): PolicyTotal[] =>
    regionTotals(sums, loaded()).map((total) => ({ policy: policy.code, ...total }));
  const getPolicy = (code: string): Held => {
    const held = policies.get(code);
    if (held === undefined) throw faults.notMatchedRule({ rule: code });
    return held;
  };
  const keyOf = (row: number): { region: string; code: string } => {
    const key = loaded().keys.textAt(row);
    return { region: key.slice(0, 6), code: key.slice(6) };
  };
  const amountText = (amount: number | null, decimals: number): string | null =>
    amount === null || Number.isNaN(amount) ? null : decimalText(amount, decimals);
  const none: OutcomeOf = { state: () => notMatched, amount: () => null, decimals: 0 };

  return {
    /** Begins to take a register's rows; what is held stays in use until they are all there. */
    begin(register: Register, expected: number): void {
      decoder = decodeRegister(register, Math.ceil(expected * 1.02) + 1000);
    },
    bytes(chunk: Uint8Array): void {
      decoder?.push(chunk);
    },
    /** Takes the new rows into use, without any policy. */
    finish(): { entities: number } {
      rows = decoder?.finish();
      decoder = undefined;
      planes = undefined;
      compared = undefined;
      policies.clear();
      runs.clear();
      return { entities: loaded().count };
    },
    /** Puts rows back to what they were when totals were last written, without a run. */
    rollBack(states: readonly RowState[]): void {
      for (const { region, code, cells } of states) putRow(loaded(), region, code, cells ?? undefined);
    },
    /** Takes policies up without a run: gives all their totals. */
    install(given: readonly Policy[]): PolicyTotal[] {
      policies.clear();
      compared = undefined;
      return hold(given).flatMap(totalsOf);
    },
    /** Entities as they are now, each once: what that changes for every policy. */
    changeRows(states: readonly RowState[]): Run {
      const all = loaded();
      compared = undefined;
      const entries = createRunEntries();
      const touched = new Map<Held, Set<number>>();
      const held = [...policies.values()];
      const was = new Uint8Array(held.length);
      const had: (number | null)[] = [];
      for (const { region, code, cells } of states) {
        const known = all.keys.find(region + code);
        held.forEach(({ outcome }, n) => {
          was[n] = known < 0 ? notMatched : outcome.state(known);
          had[n] = was[n] === matched ? outcome.amount(known) : null;
        });
        const row = putRow(all, region, code, cells ?? undefined);
        if (row < 0) continue;
        planesNow().touch(row);
        const place = all.regionOf[row] ?? 0;
        held.forEach((one, n) => {
          const [before, amount] = [was[n] ?? notMatched, had[n] ?? null];
          const after = one.outcome.state(row);
          const now = after === matched ? one.outcome.amount(row) : null;
          if (before === after && amount === now) return;
          addToSums(one.sums, place, before, amount, -1);
          addToSums(one.sums, place, after, now, 1);
          const places = touched.get(one) ?? new Set();
          touched.set(one, places.add(place));
          if (before === matched && after === matched) entries.add(one.ordinal, row, amountKind, amount, now);
          else if (after === matched) entries.add(one.ordinal, row, gainedKind, null, now);
          else if (before === matched) entries.add(one.ordinal, row, lostKind, amount, null);
        });
      }
      const totals = [...touched].flatMap(([{ policy, sums }, places]) =>
        [...places].map((place) => ({ policy: policy.code, ...regionTotal(sums, all, place) })),
      );
      return keep(entries, new Map(held.map(({ ordinal, outcome }) => [ordinal, outcome.decimals])), totals);
    },
    /** Another version of a policy, a new policy, or none any more (undefined). */
    changePolicy(code: string, policy: Policy | undefined): Run {
      compared = undefined;
      const before = policies.get(code);
      policies.delete(code);
      const [after] = policy === undefined ? [] : hold([policy]);
      const entries = createRunEntries();
      const ordinal = ordinalOf(code);
      const kindOf = { gained: gainedKind, lost: lostKind, more: amountKind, less: amountKind };
      const given = { before: before?.policy, after: after?.policy };
      compareFormulas(loaded(), planesNow(), given, (side, row, had, has) =>
        entries.add(ordinal, row, kindOf[side], had, has),
      );
      const totals =
        after !== undefined
          ? totalsOf(after)
          : regionTotals({ matched: [], lacking: [], amount: [], decimals: 0 }, loaded()).map((total) => ({
              policy: code,
              ...total,
            }));
      return keep(entries, new Map([[ordinal, commonScale(given.before, given.after).decimals]]), totals);
    },
    /** Entries of a run, from one to another. */
    entriesOf(run: number, from: number, to: number): MatchChange[] {
      const held = runs.get(run);
      const found: MatchChange[] = [];
      for (let n = from; held !== undefined && n < Math.min(to, held.entries.count); n++) {
        const { policy, row, kind, before, after } = held.entries.at(n);
        const decimals = held.decimals.get(policy) ?? 0;
        found.push({
          policy: codes[policy] ?? '',
          ...keyOf(row),
          kind: kinds[kind] ?? 'amount',
          before: amountText(before, decimals),
          after: amountText(after, decimals),
        });
      }
      return found;
    },
    forget(run: number): void {
      runs.delete(run);
    },
    totals: (): PolicyTotal[] => [...policies.values()].flatMap(totalsOf),
    /** What every policy says of one entity. @throws judge.unknownEntity */
    matchesOf(region: string, code: string): EntityMatch[] {
      const all = loaded();
      const row = all.keys.find(region + code);
      if (row < 0 || all.live[row] !== 1) throw faults.unknownEntity({ register: all.register.code, region, code });
      return [...policies.values()].map(({ policy, outcome }) => {
        const state = outcome.state(row);
        return {
          policy: policy.code,
          version: policy.version,
          state: state === matched ? 'matched' : state === lacking ? 'lacking' : 'notMatched',
          amount: state === matched ? amountText(outcome.amount(row), outcome.decimals) : null,
        };
      });
    },
    /** Whom a policy matches, or whose data do not tell, in the order of the rows. @throws judge.notMatchedRule */
    entitiesOf(code: string, wanted: 'matched' | 'lacking', page: Page): { total: number; rows: MatchedRow[] } {
      const all = loaded();
      const { policy, outcome, sums } = getPolicy(code);
      const only = page.region === undefined ? undefined : all.regions.find(page.region);
      const counts = sums[wanted];
      const total = only === undefined ? counts.reduce((sum, n) => sum + n, 0) : (counts[only] ?? 0);
      const found: MatchedRow[] = [];
      let skip = page.offset;
      if (skip >= total) return { total, rows: found };
      const { eligible } = policy;
      const { rowsOf } = planesNow().ask([{ eligible: wanted === 'matched' ? eligible : unknownOf(eligible) }]);
      for (const row of rowsOf(0)) {
        if (found.length === page.limit) break;
        if (only !== undefined && all.regionOf[row] !== only) continue;
        skip -= 1;
        if (skip >= 0) continue;
        const amount = wanted === 'matched' ? amountText(outcome.amount(row), outcome.decimals) : null;
        found.push({ ...keyOf(row), amount });
      }
      return { total, rows: found };
    },
    /** What other formulas would change for a rule, or formulas for one that is not matched yet. */
    compare(code: string, formulas: Formulas): Comparison {
      return comparison(code, formulas).result;
    },
    /** Who would gain, lose, get more or less. */
    comparedEntities(code: string, formulas: Formulas, side: Side, page: Page): { total: number; rows: ComparedRow[] } {
      const all = loaded();
      const { rows: bySide, before, after } = comparison(code, formulas);
      const only = page.region === undefined ? undefined : all.regions.find(page.region);
      const list = only === undefined ? bySide[side] : bySide[side].filter((row) => all.regionOf[row] === only);
      const told = (outcome: OutcomeOf, row: number): string | null =>
        outcome.state(row) === matched ? amountText(outcome.amount(row), outcome.decimals) : null;
      return {
        total: list.length,
        rows: list
          .slice(page.offset, page.offset + page.limit)
          .map((row) => ({ ...keyOf(row), before: told(before, row), after: told(after, row) })),
      };
    },
    memory: (): { rows: number; pending: number } => ({
      rows: (rows === undefined ? 0 : bytesOfRows(rows)) + (planes?.bytes() ?? 0),
      pending: [...runs.values()].reduce((sum, { entries }) => sum + entries.count, 0),
    }),
  };

  /** The last comparison is kept, for its lists are paged through. */
  function comparison(code: string, formulas: Formulas): HeldComparison {
    const key = JSON.stringify([code, formulas]);
    if (compared?.key === key) return compared;
    const held = policies.get(code);
    const lists: Record<Side, number[]> = { gained: [], lost: [], more: [], less: [] };
    const given = { before: held?.policy, after: formulas };
    const result = compareFormulas(loaded(), planesNow(), given, (side, row) => void lists[side].push(row));
    compared = { key, before: held?.outcome ?? none, after: outcomeOf(formulas, loaded()), result, rows: lists };
    return compared;
  }
}
