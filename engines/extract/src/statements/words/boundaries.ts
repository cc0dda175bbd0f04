import type { Mark } from '../marks/mark.ts';
import { readLeft } from './left.ts';

const clauseEnds = '，；：';

interface Boundary {
  readonly at: number;
  /** The mark before it: '' at the sentence's start, or where a value ended. */
  readonly mark: string;
}

/** Where the words of a value begin: after the last mark that ends a clause, or after the value before. */
export function leftBoundary(text: string, consumed: number, mark: Mark, follows: boolean): Boundary {
  for (let at = mark.start - 1; at >= consumed; at -= 1) {
    if (clauseEnds.includes(text.charAt(at))) return { at: at + 1, mark: text.charAt(at) };
  }
  const joint = /^(?:、|以及|和|与|及|并)/.exec(text.slice(consumed, mark.start))?.[0] ?? '';
  return { at: consumed + joint.length, mark: follows ? '、' : '' };
}

/** The words of the clause that ends at `end`. */
export function clauseBefore(text: string, start: number, end: number): string {
  let from = end;
  while (from > start && !clauseEnds.includes(text.charAt(from - 1))) from -= 1;
  return text.slice(from, end);
}

/** Where the words after a value end: at the next mark outside brackets. */
export function rightBoundary(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const character = text.charAt(at);
    if (character === '（') {
      // 镇（村） is a word; a longer aside is none.
      const close = text.indexOf('）', at);
      if (close === -1 || close - at > 5) return at;
      depth += 1;
    } else if (character === '）' && depth > 0) depth -= 1;
    else if (depth === 0 && '，。；：、！？）'.includes(character)) return at;
  }
  return to;
}

/** The words after a value as far as they speak of it: where the next value stands in the same clause, up to what leads to that one. */
export function beforeNext(text: string, from: number, to: number, mark: Mark, next: Mark | undefined): string {
  const all = text.slice(from, to);
  if (next === undefined || next.start >= to) return all;
  // 70%村收入达到50万元, 连续9年居全国首位: the value that follows is part of what is counted.
  if (mark.role === 'streak' || mark.quantity.unitClass === 'percent') return all;
  const words = text.slice(from, next.start).replace(/(?:和|与|及|以及|并)$/, '');
  const cut = /^.{2,}?(?=带动|实现|提供|吸引|完成|惠及|服务|覆盖|增长|下降|达)/.exec(words);
  return cut?.[0] ?? words;
}

/** 100座某江、某河桥梁改造: where the clause holds no other value, what is counted may be a list. */
export function withList(text: string, right: string, to: number, end: number, next: Mark | undefined): string {
  if (right.length < 2 || text.charAt(to) !== '、' || right.length > 12) return right;
  // 800名视力、听力等残疾儿童: what stands behind 等 is counted.
  const kinds = /^(?:、[^，。；、等0-9]{1,8}){1,8}等([一-龥]{2,24})/.exec(text.slice(to, Math.min(end, to + 80)))?.[1];
  if (kinds !== undefined) return kinds;
  const rest = rightBoundary(text, to + 1, Math.min(end, to + 24));
  if (rest >= to + 24 || (next !== undefined && next.start < rest)) return right;
  const item = text.slice(to + 1, rest);
  const begins = readLeft(item);
  return begins.verb !== '' || begins.emptyVerb || begins.trend !== undefined ? right : `${right}、${item}`;
}

/** The words without the thresholds in them: 落地10亿元以上项目 is 落地项目. */
export function withoutQualifiers(words: string, from: number, qualifiers: readonly Mark[], text: string): string {
  let left = words;
  for (const { start, end } of [...qualifiers].reverse()) {
    if (start < from) continue;
    left = left.slice(0, start - from) + left.slice(end - from + (text.charAt(end) === '的' ? 1 : 0));
  }
  return left;
}

/** What the last item of a list says for those before it: 服务中心 of 20个镇级、100个村级服务中心. */
export function sharedTail(text: string, right: string, next: Mark | undefined): string {
  const suffix = /[级型类]$/.exec(right)?.[0];
  if (suffix === undefined || next === undefined) return '';
  const following = text.slice(next.end, rightBoundary(text, next.end, next.end + 30));
  const at = following.indexOf(suffix);
  return at === -1 ? '' : following.slice(at + 1);
}
