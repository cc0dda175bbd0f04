import type { RegisterRows } from '../register/registerRows.ts';
import { ExactSum, sumText } from './exactSum.ts';
import { lacking, matched, type OutcomeOf } from './outcome.ts';

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

/** Runs a policy over every row. */
export function sumPolicy(outcome: OutcomeOf, rows: RegisterRows): PolicySums {
  const regions = rows.regions.size;
  const zeros = (): number[] => Array.from({ length: regions }, () => 0);
  const sums = { matched: zeros(), lacking: zeros() };
  const amounts = Array.from({ length: regions }, () => new ExactSum());
  for (let row = 0; row < rows.count; row++) {
    const state = outcome.state(row);
    if (state !== matched && state !== lacking) continue;
    const region = rows.regionOf[row] ?? 0;
    if (state === lacking) sums.lacking[region] = (sums.lacking[region] ?? 0) + 1;
    else {
      sums.matched[region] = (sums.matched[region] ?? 0) + 1;
      amounts[region]?.add(outcome.amount(row) ?? 0);
    }
  }
  return { ...sums, amount: amounts.map(({ value }) => value), decimals: outcome.decimals };
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
