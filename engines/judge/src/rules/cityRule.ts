import type { Bilingual } from '@yiwang/messages';
import type { DecisionModel } from '../model.ts';

/** A rule as a policy officer knows it: decisions under one code, in versions that follow each other in time. */
export interface CityRule {
  readonly code: string;
  readonly name: Bilingual;
  /** What it is for, in a sentence or two for who may be concerned. */
  readonly summary?: Bilingual;
  /** The path of the organisation that answers for it. */
  readonly organisation: string;
  /** Said wherever the rule is shown: an example, no real policy. */
  readonly example: boolean;
  /** Of a policy that is matched against a register: which one, and which decisions say who and how much. */
  readonly matching?: Matching;
  /** By `from`, earliest first; no two are effective on one day. */
  readonly versions: readonly RuleVersion[];
}

export interface Matching {
  readonly register: string;
  /** The id of a decision that is a boolean. */
  readonly eligible: string;
  /** The id of a decision that is a number in yuan. */
  readonly amount?: string;
}

export interface RuleVersion {
  /** From 1 within the rule. */
  readonly number: number;
  /** The first day on which it is effective, `2031-01-01` in Asia/Shanghai. */
  readonly from: string;
  /** The last day; until the next version begins, or for good, where it is left out. */
  readonly until?: string;
  readonly model: DecisionModel;
}
