import type { RegisterRows } from '../register/registerRows.ts';
import { rowCondition, rowQuantity } from './plainFormula.ts';
import type { Formulas } from './policy.ts';

/** Not matched, matched, or the data that are missing decide. */
export const [notMatched, matched, lacking] = [0, 1, 2];

/** What formulas say of single rows. */
export interface OutcomeOf {
  readonly state: (row: number) => number;
  /** Integer of 10^-decimals yuan; null where it is not known or no amount goes with it. Asked of matched rows only. */
  readonly amount: (row: number) => number | null;
  readonly decimals: number;
}

export function outcomeOf({ eligible, amount }: Formulas, rows: RegisterRows): OutcomeOf {
  const condition = rowCondition(eligible, rows);
  return {
    state(row) {
      if (rows.live[row] !== 1) return notMatched;
      const truth = condition(row);
      return truth === null ? lacking : Number(truth);
    },
    amount: amount === undefined ? () => null : rowQuantity(amount, rows),
    decimals: amount?.decimals ?? 0,
  };
}
