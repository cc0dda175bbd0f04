import type { Mark } from './marks/mark.ts';
import type { Row } from './row.ts';
import type { Left } from './words/left.ts';

/** What goes on from one value to the next in a sentence. */
export interface Carried {
  /** The metric of the value before, in full. */
  readonly subject: string;
  /** The content verb of the items before, while only 、 divides them. */
  readonly verb: string;
  /** 新增 and the like, while only 、 divides. */
  readonly newVerb: string;
  /** 平台累计…: a subject whose 累计 holds to the end of the sentence. */
  readonly cumulative: boolean;
  /** 累计 of the item before, while only 、 divides. */
  readonly counted: boolean;
  readonly owner: string;
  /** The metrics of the values before, for 分别 without a subject. */
  readonly recent: readonly string[];
  readonly modality?: string;
}

export const nothing: Carried = {
  subject: '',
  verb: '',
  newVerb: '',
  cumulative: false,
  counted: false,
  owner: '',
  recent: [],
};

/** A value, or the values of one 分别, with the words around it that speak of it. */
export interface Clause {
  readonly text: string;
  readonly group: readonly Mark[];
  readonly left: Left;
  readonly words: string;
  readonly right: string;
  /** 服务中心 of 20个镇级、100个村级服务中心: what a list's last item says for all. */
  readonly tail: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly carried: Carried;
  readonly qualifiers: readonly Mark[];
  readonly share: Row | undefined;
}
