import { isTrue } from '../formula/conditions.ts';
import type { Condition } from '../formula/formula.ts';
import type { RegisterRows } from '../register/registerRows.ts';
import { ExactSum, sumText } from './exactSum.ts';
import { rowQuantity, type RowQuantity } from './plainFormula.ts';
import type { Planes } from './planes.ts';
import type { Formulas } from './policy.ts';
import { unknownOf } from './unknownOf.ts';

export interface Tally {
  readonly count: number;
  /** Exact decimal text, in yuan. */
  readonly amount: string;
}

/** What other formulas would change for a whole register. */
export interface Comparison {
  readonly entities: number;
  readonly before: Tally;
  readonly after: Tally;
  /** Matched only afterwards, with what they would get. */
  readonly gained: Tally;
  /** Matched only before, with what they got. */
  readonly lost: Tally;
  /** Matched both times: how many get more or less, and by how much in all. */
  readonly more: Tally;
  readonly less: Tally;
  readonly unknown: { readonly before: number; readonly after: number };
  readonly regions: readonly {
    readonly region: string;
    readonly before: Tally;
    readonly after: Tally;
    readonly gained: number;
    readonly lost: number;
  }[];
}

export const sides = ['gained', 'lost', 'more', 'less'] as const;
export type Side = (typeof sides)[number];

/** Told for each row that differs; amounts at the common decimals. */
export type OnDifference = (side: Side, row: number, before: number | null, after: number | null) => void;

const nobody: Formulas = { eligible: { kind: 'truth', value: false } };
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/**
 * Runs both over the whole register; undefined matches nobody. Only rows that differ, or may get another amount, are looked at one
 * by one.
 */
export function compareFormulas(
  rows: RegisterRows,
  planes: Planes,
  given: { readonly before: Formulas | undefined; readonly after: Formulas | undefined },
  onDifference: OnDifference,
): Comparison {
  const [before, after] = [given.before ?? nobody, given.after ?? nobody];
  const both = (yes: Condition, no: Condition): Formulas => ({ eligible: { kind: 'all', operands: [yes, no] } });
  const [was, is] = [isTrue(before.eligible), isTrue(after.eligible)];
  const { matched, rowsOf } = planes.ask([
    before,
    after,
    both(is, { kind: 'not', operand: was }),
    both(was, { kind: 'not', operand: is }),
    both(was, is),
    { eligible: unknownOf(before.eligible) },
    { eligible: unknownOf(after.eligible) },
  ]);
  const scale = commonScale(before, after);
  const old = scaledAmount(before, rows, scale.before);
  const now = scaledAmount(after, rows, scale.after);
  const tallies = { gained: new TallySum(), lost: new TallySum(), more: new TallySum(), less: new TallySum() };
  const tell = (side: Side, row: number, had: number | null, has: number | null, by: number): void => {
    tallies[side].add(by);
    onDifference(side, row, had, has);
  };
  for (const row of rowsOf(2)) tell('gained', row, null, now(row), now(row) ?? 0);
  for (const row of rowsOf(3)) tell('lost', row, old(row), null, old(row) ?? 0);
  if (JSON.stringify(before.amount) !== JSON.stringify(after.amount)) {
    for (const row of rowsOf(4)) {
      const [had, has] = [old(row), now(row)];
      const by = (has ?? 0) - (had ?? 0);
      if (had !== has) tell(by < 0 ? 'less' : 'more', row, had, has, Math.abs(by));
    }
  }
  const tally = (which: number, region?: number): Tally => {
    const { counts = [], amounts = [], decimals = 0 } = matched[which] ?? {};
    if (region !== undefined) return { count: counts[region] ?? 0, amount: sumText(amounts[region] ?? 0n, decimals) };
    return {
      count: sum(counts),
      amount: sumText(
        amounts.reduce((all, one) => all + one, 0n),
        decimals,
      ),
    };
  };
  let entities = 0;
  for (let row = 0; row < rows.count; row++) entities += rows.live[row] ?? 0;
  return {
    entities,
    before: tally(0),
    after: tally(1),
    gained: tallies.gained.tell(scale.decimals),
    lost: tallies.lost.tell(scale.decimals),
    more: tallies.more.tell(scale.decimals),
    less: tallies.less.tell(scale.decimals),
    unknown: { before: sum(matched[5]?.counts ?? []), after: sum(matched[6]?.counts ?? []) },
    regions: Array.from({ length: rows.regions.size }, (_, region) => ({
      region: rows.regions.textAt(region),
      before: tally(0, region),
      after: tally(1, region),
      gained: matched[2]?.counts[region] ?? 0,
      lost: matched[3]?.counts[region] ?? 0,
    })),
  };
}

/** The larger count of decimals of two amounts, and by what each is multiplied to have it. */
export function commonScale(before: Formulas | undefined, after: Formulas | undefined) {
  const [b, a] = [before?.amount?.decimals ?? 0, after?.amount?.decimals ?? 0];
  const decimals = Math.max(b, a);
  return { decimals, before: 10 ** (decimals - b), after: 10 ** (decimals - a) };
}

function scaledAmount({ amount }: Formulas, rows: RegisterRows, up: number): RowQuantity {
  if (amount === undefined) return () => null;
  const quantity = rowQuantity(amount, rows);
  if (up === 1) return quantity;
  return (row) => {
    const value = quantity(row);
    return value === null ? null : value * up;
  };
}

class TallySum {
  #count = 0;
  readonly #amount = new ExactSum();

  add(amount: number): void {
    this.#count += 1;
    this.#amount.add(amount);
  }

  tell(decimals: number): Tally {
    return { count: this.#count, amount: sumText(this.#amount.value, decimals) };
  }
}
