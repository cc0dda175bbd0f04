import type { RegisterRows } from '../register/registerRows.ts';
import { ExactSum, sumText } from './exactSum.ts';
import { lacking, matched, type OutcomeOf } from './outcome.ts';

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

/** Amounts of two formulas as integers of the same 10^-decimals; the larger count of the two. */
export function commonScale(before: OutcomeOf, after: OutcomeOf): { decimals: number; up: [number, number] } {
  const decimals = Math.max(before.decimals, after.decimals);
  return { decimals, up: [10 ** (decimals - before.decimals), 10 ** (decimals - after.decimals)] };
}

class TallySum {
  count = 0;
  readonly amount = new ExactSum();

  add(amount: number): void {
    this.count += 1;
    this.amount.add(amount);
  }

  tell(decimals: number): Tally {
    return { count: this.count, amount: sumText(this.amount.value, decimals) };
  }
}

/** Runs both over every row that is live and adds up what differs. */
export function compareFormulas(
  rows: RegisterRows,
  before: OutcomeOf,
  after: OutcomeOf,
  onDifference: OnDifference,
): Comparison {
  const { decimals, up } = commonScale(before, after);
  const regions = Array.from({ length: rows.regions.size }, () => ({
    before: new TallySum(),
    after: new TallySum(),
    gained: 0,
    lost: 0,
  }));
  const [gained, lost, more, less] = [new TallySum(), new TallySum(), new TallySum(), new TallySum()];
  const unknown = { before: 0, after: 0 };
  let entities = 0;
  for (let row = 0; row < rows.count; row++) {
    if (rows.live[row] !== 1) continue;
    entities += 1;
    const [was, is] = [before.state(row), after.state(row)];
    if (was === lacking) unknown.before += 1;
    if (is === lacking) unknown.after += 1;
    if (was !== matched && is !== matched) continue;
    const region = regions[rows.regionOf[row] ?? 0];
    if (region === undefined) continue;
    const old = was === matched ? scaled(before.amount(row), up[0]) : null;
    const now = is === matched ? scaled(after.amount(row), up[1]) : null;
    if (was === matched) region.before.add(old ?? 0);
    if (is === matched) region.after.add(now ?? 0);
    if (was !== matched) {
      region.gained += 1;
      gained.add(now ?? 0);
      onDifference('gained', row, null, now);
    } else if (is !== matched) {
      region.lost += 1;
      lost.add(old ?? 0);
      onDifference('lost', row, old, null);
    } else if (old !== now) {
      const by = (now ?? 0) - (old ?? 0);
      (by < 0 ? less : more).add(Math.abs(by));
      onDifference(by < 0 ? 'less' : 'more', row, old, now);
    }
  }
  const whole = (side: 'before' | 'after'): Tally => {
    const count = regions.reduce((sum, region) => sum + region[side].count, 0);
    const amount = regions.reduce((sum, region) => sum + region[side].amount.value, 0n);
    return { count, amount: sumText(amount, decimals) };
  };
  return {
    entities,
    before: whole('before'),
    after: whole('after'),
    gained: gained.tell(decimals),
    lost: lost.tell(decimals),
    more: more.tell(decimals),
    less: less.tell(decimals),
    unknown,
    regions: regions.map((region, n) => ({
      region: rows.regions.textAt(n),
      before: region.before.tell(decimals),
      after: region.after.tell(decimals),
      gained: region.gained,
      lost: region.lost,
    })),
  };
}

function scaled(amount: number | null, up: number): number | null {
  return amount === null ? null : amount * up;
}
