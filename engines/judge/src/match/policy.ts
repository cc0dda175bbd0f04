import type { Condition, Quantity } from '../formula/formula.ts';

/** What decides about one entity: who qualifies, and how much they get, in yuan. */
export interface Formulas {
  readonly eligible: Condition;
  readonly amount?: Quantity;
}

/** A rule's version as it is matched as of one day; the day is in its formulas. */
export interface Policy extends Formulas {
  readonly code: string;
  readonly version: number;
}
