import type { Span } from '../reading.ts';
import { governors } from './governors.ts';
import type { HeadKind } from './heads.ts';
import { heads } from './heads.ts';

export interface Head extends Span {
  readonly kind: HeadKind;
}

/** A place where a name may begin because a governing word ends there. */
interface Cut {
  readonly at: number;
  /** Whether it holds even right before the head noun. */
  readonly firm: boolean;
}

/** A clause, read once from left to right. */
export interface Clause extends Span {
  readonly heads: readonly Head[];
  readonly cuts: readonly Cut[];
  /** Where each 的 stands. */
  readonly particles: readonly number[];
  /** Where each 、 stands. */
  readonly pauses: readonly number[];
  /** Where each 和, 与, 及 that joins two phrases stands. */
  readonly joints: readonly number[];
  /** Where each opening or closing quote stands. */
  readonly quotes: readonly number[];
}

/** 和 that is part of a word, by what follows it or what it follows. */
const NOT_JOINED_AFTER = /[谐平美解睦气约缓顺]/u;
const NOT_JOINED_BEFORE = /[共六饱温中调缓总亲祥柔]/u;
/** After a verb these make it a noun or an adjective (开放型, 支持和…, 经费支持、): it has no object. */
const NOUN_MAKING = /[、，,。；和与及的”）型性化者率式级]/u;
/** A book title (《…》) is a document, no system: nothing in it is read. */
const LONGEST_TITLE = 80;

/** The words that govern, the nouns that head, and the marks that part, in one pass. */
export function readClause(text: string, from: number, to: number): Clause {
  const found: Head[] = [];
  const cuts: Cut[] = [{ at: from, firm: true }];
  const particles: number[] = [];
  const pauses: number[] = [];
  const joints: number[] = [];
  const quotes: number[] = [];
  let open = true;
  let governed = from;
  let index = from;
  while (index < to) {
    const char = text.charAt(index);
    if (char === '《') {
      const close = text.indexOf('》', index);
      if (close > 0 && close < to && close - index < LONGEST_TITLE) {
        index = close + 1;
        cuts.push({ at: index, firm: true });
        open = false;
        continue;
      }
    }
    const head = heads.at(text, index, to);
    const governor = governors.at(text, index, to);
    if (head !== undefined && (governor === undefined || governor.word.length <= head.word.length)) {
      const end = index + head.word.length;
      found.push({ start: index, end, kind: head.value });
      index = end;
      open = false;
      continue;
    }
    if (governor !== undefined) {
      const end = index + governor.word.length;
      const verb = NOUN_MAKING.test(text.charAt(end)) ? 'none' : governor.value;
      const leads = open && (governor.word.length > 1 || index === governed || afterMark(text, index));
      if (verb === 'founds' || verb === 'always') cuts.push({ at: end, firm: true });
      else if ((verb === 'often' || verb === 'first') && leads) cuts.push({ at: end, firm: true });
      else if (verb === 'often') cuts.push({ at: end, firm: false });
      if (verb === 'founds' || verb === 'none') open = false;
      else if (verb === 'always' || verb === 'often') open = true;
      index = end;
      governed = end;
      continue;
    }
    if (char === '的') particles.push(index);
    else if (char === '、') pauses.push(index);
    else if (char === '“' || char === '”') quotes.push(index);
    else if (
      (char === '和' || char === '与' || char === '及') &&
      !NOT_JOINED_AFTER.test(text.charAt(index + 1)) &&
      !NOT_JOINED_BEFORE.test(text.charAt(index - 1))
    )
      joints.push(index);
    else if (char === ')' || char === '）') cutAfterBracket(text, from, index, cuts);
    else open = false;
    if (char === ')' || char === '）') open = cuts.at(-1)?.at === index + 1;
    index++;
  }
  return { start: from, end: to, heads: headsOnly(found), cuts, particles, pauses, joints, quotes };
}

/** One-character prepositions and verbs govern only as a clause's first word or after another: 用 of 应用 and 对 of 应对 don't. */
function afterMark(text: string, index: number): boolean {
  return /[、）)]/u.test(text.charAt(index - 1));
}

/** A section's marker, (三), is no part of a name; 河(湖)长制 holds its bracket. */
function cutAfterBracket(text: string, from: number, index: number, cuts: Cut[]): void {
  const start = Math.max(text.lastIndexOf('(', index), text.lastIndexOf('（', index));
  const within = text.slice(start + 1, index);
  if (start <= from || within.length > 6 || /^[\d一二三四五六七八九十]+$/u.test(within))
    cuts.push({ at: index + 1, firm: true });
}

/** Of heads that touch (制度体系), the last; a head inside a longer one never shows, since the longest is taken. */
function headsOnly(found: readonly Head[]): readonly Head[] {
  return found.filter((head, at) => found[at + 1]?.start !== head.end || found[at + 1]?.kind.light === true);
}
