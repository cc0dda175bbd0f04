import type { RegisterRows } from '../register/registerRows.ts';
import { sumText } from './exactSum.ts';
import { lacking, matched } from './outcome.ts';
import type { Planes } from './planes.ts';
import type { Formulas } from './policy.ts';
import { unknownOf } from './unknownOf.ts';

/** Whom a policy matches in one district. */
export interface RegionTotal {
  readonly region: string;
  readonly matched: number;
  /** Exact decimal text, in yuan. */
  readonly amount: string;
  /** How many's data do not tell. */
  readonly lacking: number;
}

/** The sums of one policy by the ordinals of districts. */
export interface PolicySums {
  readonly matched: number[];
  readonly lacking: number[];
  readonly amount: bigint[];
  readonly decimals: number;
}

/** Policies that are laid out together; each takes two planes of an eighth of a byte a row meanwhile. */
const atOnce = 64;

/** Runs policies over every row. */
export function sumPolicies(planes: Planes, policies: readonly Formulas[]): PolicySums[] {
  const sums: PolicySums[] = [];
  for (let from = 0; from < policies.length; from += atOnce) {
    const some = policies.slice(from, from + atOnce);
    const asked = [...some, ...some.map(({ eligible }) => ({ eligible: unknownOf(eligible) }))];
    const answers = planes.ask(asked).matched;
    some.forEach((_, n) => {
      const [whom, unknown] = [answers[n], answers[n + some.length]];
      if (whom === undefined || unknown === undefined) return;
      sums.push({
        matched: whom.counts,
        lacking: unknown.counts,
        amount: whom.amounts,
        decimals: whom.decimals,
      });
    });
  }
  return sums;
}

/** Moves one row's part in the sums from what it was to what it is. */
export function addToSums(sums: PolicySums, region: number, state: number, amount: number | null, sign: 1 | -1): void {
  if (state === lacking) sums.lacking[region] = (sums.lacking[region] ?? 0) + sign;
  if (state !== matched) return;
  sums.matched[region] = (sums.matched[region] ?? 0) + sign;
  sums.amount[region] = (sums.amount[region] ?? 0n) + BigInt(sign * (amount ?? 0));
}

export function regionTotal(sums: PolicySums, rows: RegisterRows, region: number): RegionTotal {
  return {
    region: rows.regions.textAt(region),
    matched: sums.matched[region] ?? 0,
    amount: sumText(sums.amount[region] ?? 0n, sums.decimals),
    lacking: sums.lacking[region] ?? 0,
  };
}

export function regionTotals(sums: PolicySums, rows: RegisterRows): RegionTotal[] {
  return Array.from({ length: rows.regions.size }, (_, region) => regionTotal(sums, rows, region));
}
