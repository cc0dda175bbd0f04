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
  /** Whether no name ever holds the governing word. */
  readonly never: boolean;
  /** Whether the word is a verb by which programmes are begun: their names may begin with a verb of their own (开展清理欠款行动). */
  readonly launch: boolean;
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
const NOT_JOINED_AFTER = /^(?:[谐美解睦气约缓顺]|平(?!台))/u;
const NOT_JOINED_BEFORE = /[共六饱温中调缓总亲祥柔]/u;
/** After a verb these make it a noun or an adjective (开放型, 经费支持、): it has no object. */
const NOUN_MAKING = /[、，,。；和与及的”）型性化者率式级]/u;
const LAUNCH = /(?:坚持|实施|开展|启动|推进|推行|落实|出台|编制|制定|完成|打好|执行|发布)$/u;
/** 支持新区建设…体系: the second verb belongs to whom the first lets act. */
const CAUSES = /^(?:支持|推动|鼓励|引导)$/u;
/** A book title (《…》) is a document, no system: nothing in it is read. */
const TITLE = /《[^》]{0,80}》/uy;
/** 河(湖)长制 holds its bracket; a longer one is an aside. */
const SHORT_BRACKET = /[（(][^)）]{1,6}[)）]/uy;
const NUMERAL = /^[\d一二三四五六七八九十]+$/u;

/** The words that govern, the nouns that head, and the marks that part, in one pass. */
export function readClause(text: string, from: number, to: number): Clause {
  const found: Head[] = [];
  const cuts: Cut[] = [];
  const marks: Marks = { particles: [], pauses: [], joints: [], quotes: [] };
  const part = (at: number) => cuts.push({ at, firm: true, never: true, launch: false });
  part(from);
  /** Whether a verb may still come: at the head of the clause and after a verb. */
  let open = true;
  let governed = from;
  let caused = false;
  // 以改革创新…机制: what comes after 创新 is the object, unless the clause goes on with 为 (以科技创新体系为支撑).
  const byMeans = '以用'.includes(text.charAt(from)) && !text.slice(from, to).includes('为');
  let index = from;
  while (index < to) {
    const head = heads.at(text, index, to);
    const governor = governors.at(text, index, to);
    if (
      head !== undefined &&
      !(open && head.value.light === true) &&
      (governor === undefined || governor.word.length <= head.word.length)
    ) {
      const end = index + head.word.length;
      found.push({ start: index, end, kind: head.value });
      index = end;
      open = false;
      continue;
    }
    if (governor !== undefined) {
      let end = index + governor.word.length;
      const leads =
        open && (governor.word.length > 1 || index === governed || '、）)（('.includes(text.charAt(index - 1)));
      const verb = isNoun(text, end, to, leads) ? 'none' : governor.value;
      const never = verb === 'founds' || verb === 'always';
      const launch = LAUNCH.test(governor.word);
      if (text.charAt(end) === '好' && (verb === 'founds' || leads)) end++;
      if (never || ((verb === 'often' || verb === 'first') && leads)) cuts.push({ at: end, firm: true, never, launch });
      else if (verb === 'first' && byMeans && governor.word === '创新') part(end);
      else if (verb === 'often' || (caused && governor.word === '建设' && verb !== 'none'))
        cuts.push({ at: end, firm: false, never, launch });
      caused ||= leads && CAUSES.test(governor.word);
      if (verb === 'founds' || verb === 'none') open = false;
      else if (verb === 'always' || verb === 'often') open = true;
      index = end;
      governed = end;
      continue;
    }
    const char = text.charAt(index);
    const title = char === '《' ? lengthOf(TITLE, text, index) : 0;
    if (title > 0 && index + title <= to) {
      index += title;
      part(index);
      open = false;
      continue;
    }
    const bracket = char === '(' || char === '（';
    if (bracket && lengthOf(SHORT_BRACKET, text, index) === 0) part(index + 1);
    else if (char === ')' || char === '）') {
      // A section's marker, (三), and an aside end here.
      const opened =
        from + Math.max(text.slice(from, index).lastIndexOf('('), text.slice(from, index).lastIndexOf('（'));
      open = opened <= from || index - opened > 7 || NUMERAL.test(text.slice(opened + 1, index));
      if (open) part(index + 1);
    } else if (!noteMark(marks, text, index, char)) open = false;
    index++;
  }
  return { start: from, end: to, heads: lastOfTouching(found), cuts, ...marks };
}

interface Marks {
  readonly particles: number[];
  readonly pauses: number[];
  readonly joints: number[];
  readonly quotes: number[];
}

/** Notes where a particle, a pause, a joint or a quote stands; false where the character is none of them. */
function noteMark(marks: Marks, text: string, index: number, char: string): boolean {
  if (char === '的') marks.particles.push(index);
  else if (char === '、') marks.pauses.push(index);
  else if (char === '“' || char === '”') marks.quotes.push(index);
  else if (
    (char === '和' || char === '与' || char === '及') &&
    !NOT_JOINED_AFTER.test(text.slice(index + 1, index + 3)) &&
    !NOT_JOINED_BEFORE.test(text.charAt(index - 1))
  )
    marks.joints.push(index);
  else return false;
  return true;
}

/** A verb without an object is a noun, unless it shares the object with a second verb (落实和服务…体制). */
function isNoun(text: string, end: number, to: number, leads: boolean): boolean {
  if (!NOUN_MAKING.test(text.charAt(end))) return false;
  if (!leads || !'和与及'.includes(text.charAt(end))) return true;
  const second = governors.at(text, end + 1, to)?.value;
  return second === undefined || second === 'none' || second === 'adverb';
}

/** How long a sticky pattern's match at the index is; 0 where there is none. */
function lengthOf(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Of heads that touch (制度体系), the last; 改革 is no more than what is done to the head before it. */
function lastOfTouching(found: readonly Head[]): readonly Head[] {
  return found.filter((head, at) => found[at + 1]?.start !== head.end || found[at + 1]?.kind.light === true);
}
