import type { Quantity } from '../../tokens/quantity.ts';

/** What a number in a sentence is. */
export type Role =
  | 'value'
  /** 由1.87缩小至1.75: two values of one metric. */
  | 'change'
  | 'rank'
  /** 连续15年 */
  | 'streak'
  /** 10亿元以上 of …项目46个 */
  | 'qualifier'
  /** A value of another metric that it is compared with by name. */
  | 'reference';

/** A number in a sentence that says something, with its cues. */
export interface Mark {
  readonly role: Role;
  readonly quantity: Quantity;
  /** Including the cues before (不低于, 由) and after (以上). */
  readonly start: number;
  readonly end: number;
  /** Where the words after it begin, if that is not its end. */
  readonly until?: number;
}
