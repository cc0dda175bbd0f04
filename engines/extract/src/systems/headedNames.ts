import type { Span, SystemCategory } from '../reading.ts';
import type { HeadKind } from './heads.ts';
import { leadingModifiers, plainModifiers } from './heads.ts';
import { withoutLeading } from './lexicon.ts';
import type { Clause, Head } from './readClause.ts';

/** A phrase that may name a system. */
export interface Candidate extends Span {
  readonly category: SystemCategory;
  readonly confidence: number;
  /** Where the name isn't the phrase's own words (船舶、水产产业大脑 names 船舶产业大脑). */
  readonly name?: string;
  /** Is listed also where it stands within a longer name. */
  readonly part?: true;
}

/** A name beyond this length is a sentence that lost its marks. */
const LONGEST_NAME = 32;
/** How near to its head a word of the kind `often` is taken for a noun (项目推进机制). */
const NEAR = 4;
/** Nouns of doing that end a conjunct of a joint name (渔业补偿和溢油共防机制). */
const DOING =
  /(?:补偿|防控|管理|监测|保障|救援|服务|评价|激励|治理|协调|协作|合作|保护|监管|监督|处置|预警|调度|供给|培养|使用|共享|分配|流动|培育|引育|创新|回归|换鸟|统筹|改革|评估|支持|投入|运营|安全|防治|修复|流通|交易|转化|建设|攻坚|养护|应急|储备|帮扶|优化|调整|指引|统计|核算|发现|编制|开放|攻关|认定|总量|确定|形成|筹资|申报|准入|退出)$/u;
/** What a conjunct ends in that is a thing of another kind. */
const OTHER_NOUN = /(?:政策|措施|规划|方案|办法|条例|意见|试点|方式|关系)$/u;
/** A name that somebody gave. */
const QUOTED = /“[^“”]{2,}”/u;
/** How many great ones. */
const COUNT = /^[一二三四五六七八九十]+[大项个张]?$/u;
/** How many or which of a row, before a name: 10个, 第二批. */
const QUANTITY =
  /^(?:[\d０-９.．]+[+\d]*(?:余|多)?(?:万|亿)?(?:个|项|条|家|座|处|批|套|类|件|种|支|所|名|场|次)|第[一二三四五六七八九十]+[批轮]|[一二三四五六七八九十两]+(?:项|类|批|轮|套|个|种))/u;

/** The names that end in a head noun: from the governing word, the particle or the mark before it to the head. */
export function* headedNames(text: string, clause: Clause): Generator<Candidate> {
  let previous: Head | undefined;
  for (const head of clause.heads) {
    const named = nameOf(text, clause, head, previous);
    if (named !== undefined) {
      yield named;
      yield* sharing(text, clause, named, head);
    }
    previous = head;
  }
}

/** 化工、物流产业大脑: what stands before 、 and is as long as what follows it has the rest of the name, too. */
function* sharing(text: string, clause: Clause, named: Candidate, head: Head): Generator<Candidate> {
  if (head.kind.abstract || text.charAt(named.start - 1) !== '、') return;
  const kind = /(?:产业|行业|工业|城市|社区|园区)$/u.exec(text.slice(named.start, head.start));
  if (kind === null) return;
  const length = head.start - kind[0].length - named.start;
  const start = named.start - 1 - length;
  if (length < 2 || start < clause.start || (start > clause.start && !clause.cuts.some((cut) => cut.at === start)))
    return;
  yield {
    ...named,
    start,
    end: named.start - 1,
    name: text.slice(start, named.start - 1) + text.slice(named.start + length, named.end),
  };
}

function nameOf(text: string, clause: Clause, head: Head, previous: Head | undefined): Candidate | undefined {
  const { kind } = head;
  const after = text.slice(head.end, Math.min(head.end + 6, clause.end));
  if (kind.notBefore?.test(after) === true) return undefined;
  if (kind.onlyBefore !== undefined && !kind.onlyBefore.test(after)) return undefined;
  const afterCut = cutBefore(clause, head);
  const quoted = quotedStart(text, clause, afterCut, head);
  const beyondParticle = startAfterParticle(text, clause, quoted, head);
  if (beyondParticle === undefined) return undefined;
  let start = startOfConjuncts(text, clause, beyondParticle, head);
  const quantity = QUANTITY.exec(text.slice(start, head.start));
  if (quantity !== null) start += quantity[0].length;
  const modifiers = text.slice(start, head.start);
  const kept = withoutLeading(modifiers, leadingModifiers);
  start += modifiers.length - kept.length;
  if (kind.notAfter?.test(kept) === true) return undefined;
  // “甲”、“乙”等机制: the quoted ones are the names.
  if (/”(?:[、“]|.*等$)/u.test(kept)) return undefined;
  const quotedName =
    (kind.category === 'model' || kind.category === 'application') &&
    (QUOTED.test(kept) || (text.charAt(start - 1) === '“' && text.charAt(head.end) === '”'));
  if (kind.needs !== undefined && !quotedName && !kind.needs.test(kept)) return undefined;
  if (kind.short !== true && !tellsEnough(kept, kind, text.charAt(start - 1) === '、' && previous?.end === start - 1))
    return undefined;
  if (
    kept === '' ||
    (kind.category !== 'mechanism' && kind.category !== 'application' && /等/u.test(kept)) ||
    head.end - start > LONGEST_NAME
  )
    return undefined;
  return {
    start,
    end: endOf(text, head, start),
    category: kind.category,
    confidence: confidenceOf(kept, kind.abstract),
  };
}

/** Whether the words before a head say which one of its kind is meant; one more of a series (金融体系、服务体系、销售体系) needs more. */
function tellsEnough(kept: string, kind: HeadKind, inSeries: boolean): boolean {
  if (QUOTED.test(kept)) return true;
  const words = kept.replace(/[“”]/gu, '');
  if (inSeries && words.length < 3) return false;
  if (words.length < (kind.least ?? 2)) return false;
  return withoutLeading(words, plainModifiers).length >= 2 || (kind.abstract && words.length >= 6);
}

/** The last place before the head at which a governing word ends; a soft one near the head is part of the name. */
function cutBefore(clause: Clause, head: Head): number {
  let start = clause.start;
  let launched = false;
  for (const cut of clause.cuts) {
    if (cut.at > head.start) break;
    const programme = head.kind.category === 'programme';
    if (
      !cut.firm &&
      !(programme && cut.launch) &&
      head.kind.abstract &&
      head.start - cut.at <= NEAR &&
      cut.at - start >= 4
    )
      continue;
    if (launched && !cut.never && !cut.launch && programme) continue;
    start = cut.at;
    launched = cut.launch;
  }
  return start;
}

/** Past a closing quote whose opening was lost, or to an opening quote that isn't closed before the head. */
function quotedStart(text: string, clause: Clause, start: number, head: Head): number {
  let from = start;
  let opened = -1;
  for (const at of clause.quotes) {
    if (at < start || at >= head.start) continue;
    // 海岛振兴“六大行动”: a number in quotes is told by what stands before it.
    if (text.charAt(at) === '“') opened = COUNT.test(text.slice(at + 1, head.start)) ? -1 : at;
    else if (opened < 0) from = at + 1;
    else opened = -1;
  }
  return opened >= 0 ? opened + 1 : from;
}

/** After the last 的, unless the head alone follows it: then two mottos or more before it are the name. */
function startAfterParticle(text: string, clause: Clause, start: number, head: Head): number | undefined {
  const particle = clause.particles.findLast((at) => at >= start && at < head.start);
  if (particle === undefined) return start;
  const between = text.slice(particle + 1, head.start);
  if (withoutLeading(between, plainModifiers).length >= 2) return particle + 1;
  const motto = text.slice(start, particle).split('、');
  return motto.length > 1 && motto.every((each) => each.length >= 4 && each.length <= 8 && !each.includes('的'))
    ? start
    : undefined;
}

/** Whether a mark stands between two quotes that pair: it is part of the quoted name (“三级门户、五级应用”平台). */
function withinQuotes(clause: Clause, text: string, from: number, at: number, to: number): boolean {
  const before = clause.quotes.findLast((quote) => quote >= from && quote < at);
  const after = clause.quotes.find((quote) => quote > at && quote < to);
  return before !== undefined && after !== undefined && text.charAt(before) === '“' && text.charAt(after) === '”';
}

/** Across 、 and 和 where what stands before them shares the head; after the last of them where it doesn't. */
function startOfConjuncts(text: string, clause: Clause, start: number, head: Head): number {
  const marks = [...clause.pauses, ...clause.joints]
    .filter((at) => at >= start && at < head.start && !withinQuotes(clause, text, start, at, head.start))
    .sort((a, b) => a - b);
  if (marks.length === 0) return start;
  const shared = head.kind.abstract || text.charAt(head.start - 1) === '等';
  let from = start;
  let conjunct = start;
  for (const at of marks) {
    const words = text.slice(conjunct, at);
    const hasHead = clause.heads.some(
      (other) =>
        other.end === at || (other.start >= conjunct && other.end < at && text.slice(other.end, at) === '建设'),
    );
    const joins =
      text.charAt(at) === '、'
        ? words.length <= 12
        : text.charAt(at + 1) !== '“' && (head.kind.category === 'programme' || DOING.test(words));
    conjunct = at + 1;
    // 海员招募和企业服务机制: words that tell nothing by themselves need what they are joined to.
    const leans =
      head.kind.category !== 'model' &&
      at === marks.at(-1) &&
      withoutLeading(text.slice(conjunct, head.start), plainModifiers).length < 2;
    if (hasHead || OTHER_NOUN.test(words) || !shared || !(joins || leans)) from = conjunct;
  }
  if (/^(?:新|各类|相关)?$/u.test(text.slice(conjunct, head.start))) return head.start;
  return head.end - from > LONGEST_NAME ? conjunct : from;
}

/** The closing quote of a quoted name that the head ends isn't part of it; an opening one inside the name takes its pair along. */
function endOf(text: string, head: Head, start: number): number {
  const inside = text.slice(start, head.end);
  return inside.includes('“') && !inside.includes('”') && text.charAt(head.end) === '”' ? head.end + 1 : head.end;
}

function confidenceOf(modifiers: string, abstract: boolean): number {
  if (modifiers.includes('“') || modifiers.includes('”')) return 0.95;
  if (/[、和与及]/u.test(modifiers)) return 0.6;
  if (modifiers.length > 16) return 0.6;
  if (!abstract) return 0.85;
  return modifiers.length >= 4 ? 0.75 : 0.65;
}
