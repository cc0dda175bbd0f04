import type { Carried } from './carried.ts';
import type { Mark } from './marks/mark.ts';
import type { Row } from './row.ts';
import type { Left } from './words/left.ts';

export interface Clause {
  readonly text: string;
  readonly group: readonly Mark[];
  readonly left: Left;
  readonly words: string;
  readonly right: string;
  /** 矛调中心 of 20个镇街级、100个村社级矛调中心: what a list's last item says for all. */
  readonly tail: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly carried: Carried;
  readonly qualifiers: readonly Mark[];
  readonly share: Row | undefined;
}
