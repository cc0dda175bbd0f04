import type { Change, Comparator, Span } from '../reading.ts';
import { siOf } from '../tokens/units.ts';
import { changeOf } from './change.ts';
import { comparatorOf } from './comparator.ts';
import { distribute } from './distribute.ts';
import { readLeft, type Left } from './left.ts';
import { relativeNoun } from './lexicon.ts';
import { metricName } from './metric.ts';
import { findMarks, type Mark } from './values.ts';

/** A statement before its section, period and id are known. */
export interface Row {
  readonly metric: string;
  readonly value: number | readonly number[] | null;
  readonly unit: string;
  readonly valueSi: number | readonly number[] | null;
  readonly unitSi: string;
  readonly comparator: Comparator;
  readonly change: Change;
  readonly span: Span;
  readonly quote: Span;
  readonly confidence: number;
  readonly cue?: string;
  readonly modality?: string;
  readonly qualifier?: string;
  readonly baseline?: string;
  readonly direction?: 'up' | 'down';
  readonly from?: number;
  readonly to?: number;
  readonly distributive?: readonly [number, number];
  readonly range?: readonly [number, number];
  readonly per?: string;
  readonly reference?: string;
  readonly streak?: boolean;
  readonly annualised?: boolean;
  readonly role?: 'condition';
  readonly soft?: boolean;
}

/** What goes on from one value to the next in a sentence. */
interface Carried {
  /** The metric of the value before, in full. */
  readonly subject: string;
  /** The content verb of the items before, while only 、 divides them. */
  readonly verb: string;
  /** 新增 and the like, while only 、 divides. */
  readonly newVerb: string;
  /** 亲清在线累计…: a subject whose 累计 holds to the end of the sentence. */
  readonly cumulative: boolean;
  /** 累计 of the item before, while only 、 divides. */
  readonly counted: boolean;
  readonly owner: string;
  readonly modality?: string;
}

const nothing: Carried = { subject: '', verb: '', newVerb: '', cumulative: false, counted: false, owner: '' };
const clauseEnds = '，；：,;:';

/** The quantified statements of one sentence, text[start, end), in order. */
export function rowsOfSentence(text: string, start: number, end: number): Row[] {
  const marks = findMarks(text, start, end);
  if (marks.length === 0) return [];
  const rows: Row[] = [];
  let carried = nothing;
  const qualifiers: Mark[] = [];
  let share: Row | undefined;
  let consumed = start;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined) break;
    if (mark.role === 'qualifier') {
      qualifiers.push(mark);
      continue;
    }
    const group = groupFrom(text, marks, index);
    const boundary = leftBoundary(text, consumed, mark, rows.length > 0);
    const words = text.slice(boundary.at, mark.start);
    if (boundary.mark !== '、' && boundary.mark !== '') carried = { ...carried, verb: '', newVerb: '', counted: false };
    const left = readLeft(withoutQualifiers(words, boundary.at, qualifiers, text));
    const next = marks[index + group.length];
    const last = group.at(-1) ?? mark;
    const whole = rightBoundary(text, last.end, end);
    const right = beforeNext(text, last.end, whole, mark, next);
    const built = rowsOfGroup({
      text,
      group,
      left,
      words,
      right,
      tail: sharedTail(text, right, next),
      quoteStart: boundary.at,
      quoteEnd: last.end + right.length,
      carried,
      qualifiers,
      share,
    });
    rows.push(...built.rows);
    consumed = built.consumed;
    carried = built.carried;
    share = built.share;
    qualifiers.length = 0;
    index += group.length - 1;
  }
  return rows;
}

/** Values side by side with nothing but 、 or 和 between (分别), also where the mark between them was lost. */
function groupFrom(text: string, marks: readonly Mark[], index: number): Mark[] {
  const first = marks[index];
  if (first === undefined) return [];
  const group = [first];
  if (first.role !== 'value') return group;
  for (let next = marks[index + 1]; next !== undefined; next = marks[index + group.length]) {
    const last = group.at(-1) ?? first;
    const between = text.slice(last.end, next.start);
    if (next.role !== 'value' || !/^(?:、|和|与|及|以及|，)?$/.test(between)) break;
    if (between === '，' && !/分别/.test(text.slice(Math.max(0, first.start - 12), first.start))) break;
    group.push(next);
  }
  return group;
}

interface Boundary {
  readonly at: number;
  /** The mark before it: '' at the sentence's start, or where a value ended. */
  readonly mark: string;
}

function leftBoundary(text: string, consumed: number, mark: Mark, follows: boolean): Boundary {
  for (let at = mark.start - 1; at >= consumed; at -= 1) {
    if (clauseEnds.includes(text.charAt(at))) return { at: at + 1, mark: text.charAt(at) };
  }
  const joint = /^(?:、|以及|和|与|及|并)/.exec(text.slice(consumed, mark.start))?.[0] ?? '';
  return { at: consumed + joint.length, mark: follows ? '、' : '' };
}

function rightBoundary(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const character = text.charAt(at);
    if (character === '（') {
      // 镇（村） is a word; a longer aside is none.
      const close = text.indexOf('）', at);
      if (close === -1 || close - at > 5) return at;
      depth += 1;
    } else if (character === '）' && depth > 0) depth -= 1;
    else if ('，。；：、！？）'.includes(character)) return at;
  }
  return to;
}

/** The words after a value as far as they speak of it: where the next value stands in the same clause, up to what leads to that one. */
function beforeNext(text: string, from: number, to: number, mark: Mark, next: Mark | undefined): string {
  const all = text.slice(from, to);
  if (next === undefined || next.start >= to) return all;
  // 70%村收入达到50万元, 连续9年居全国首位: the value that follows is part of what is counted.
  if (mark.role === 'streak' || mark.quantity.unitClass === 'percent') return all;
  const words = text.slice(from, next.start).replace(/(?:和|与|及|以及|并)$/, '');
  const cut = /^.{2,}?(?=带动|实现|提供|吸引|完成|惠及|服务|覆盖|增长|下降|达)/.exec(words);
  return cut?.[0] ?? words;
}

function withoutQualifiers(words: string, from: number, qualifiers: readonly Mark[], text: string): string {
  let left = words;
  for (const { start, end } of [...qualifiers].reverse()) {
    if (start < from) continue;
    left = left.slice(0, start - from) + left.slice(end - from + (text.charAt(end) === '的' ? 1 : 0));
  }
  return left;
}

function sharedTail(text: string, right: string, next: Mark | undefined): string {
  const suffix = /[级型类]$/.exec(right)?.[0];
  if (suffix === undefined || next === undefined || next.start - next.end > 0) return '';
  const following = text.slice(next.end, rightBoundary(text, next.end, next.end + 30));
  const at = following.indexOf(suffix);
  return at === -1 ? '' : following.slice(at + 1);
}

interface GroupInput {
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

interface Built {
  readonly rows: Row[];
  readonly carried: Carried;
  readonly share: Row | undefined;
  /** Where the next value's words may begin. */
  readonly consumed: number;
}

/** One value, or the values of one 分别. */
function rowsOfGroup(input: GroupInput): Built {
  const { text, group, left, words, right, carried, qualifiers } = input;
  const first = group[0];
  const last = group.at(-1);
  if (first === undefined || last === undefined)
    return { rows: [], carried, share: undefined, consumed: input.quoteEnd };
  const attributive = isAttributive(first, right, left);
  const metric = metricOf(input, attributive);
  const subjects = subjectsOf(metric, group, left, attributive);
  const own = left.verb !== '' || left.emptyVerb;
  const inherited = {
    verb: own ? '' : carried.newVerb || carried.verb,
    cumulative: carried.cumulative || (!own && carried.counted),
    attributive,
    total: relativeNoun.test(left.subject),
  };
  const rows: Row[] = [];
  subjects.forEach(({ mark, name, place }) => {
    const after = text.slice(mark.quantity.end, mark.quantity.end + 4);
    const sharedAfter = place === undefined ? after : text.slice(last.quantity.end, last.quantity.end + 4);
    const compared = comparatorOf(
      text.slice(Math.max(0, input.quoteStart, mark.quantity.start - 12), mark.quantity.start) || words,
      sharedAfter,
      mark.quantity.more,
    );
    const shared = comparatorOf(words, sharedAfter, mark.quantity.more);
    const { comparator, cue } = compared.comparator === 'eq' ? shared : compared;
    const value = valueOf(mark);
    const { quantity } = mark;
    const si = siOf(value, quantity.unit);
    const change = changeOf(mark, left, words, inherited);
    const condition =
      input.share !== undefined &&
      quantity.unitClass !== 'percent' &&
      (comparator === 'ge' || comparator === 'gt' || comparator === 'le' || comparator === 'lt');
    const modality = left.modality ?? carried.modality;
    const per =
      /每([万百千]?[一-龥]{1,4}?)(?:拥有|高价值|发明|人口)/.exec(name)?.[1] ?? /^每(万人|千人|百人)/.exec(name)?.[1];
    rows.push({
      metric: name,
      value,
      unit: quantity.unit,
      ...si,
      comparator,
      change,
      span: { start: mark.start, end: mark.end },
      quote: { start: input.quoteStart, end: Math.max(mark.end, attributive ? input.quoteEnd : mark.end) },
      confidence: confidenceOf(name, mark, left, place !== undefined),
      ...(cue === undefined ? {} : { cue }),
      ...(modality === undefined ? {} : { modality }),
      ...(qualifiers.length === 0
        ? {}
        : { qualifier: qualifiers.map(({ start, end }) => text.slice(start, end)).join('、') }),
      ...(left.baseline === undefined ? {} : { baseline: left.baseline }),
      ...directionOf(left, mark),
      ...(mark.role === 'change' && Array.isArray(value) ? { from: Number(value[0]), to: Number(value[1]) } : {}),
      ...(place === undefined ? {} : { distributive: place }),
      ...(quantity.form === 'range' ? { range: [quantity.values[0] ?? 0, quantity.values[1] ?? 0] as const } : {}),
      ...(per === undefined ? {} : { per }),
      ...(mark.role === 'streak' ? { streak: true } : {}),
      ...(left.annualised ? { annualised: true } : {}),
      ...(condition ? { role: 'condition' as const } : {}),
    });
  });
  const full = metricName(carriedSubject(input, attributive, metric));
  const share = attributive && first.quantity.unitClass === 'percent' ? rows[0] : input.share;
  return {
    rows,
    carried: nextCarried(input, full, attributive),
    share,
    consumed: attributive && first.quantity.unitClass !== 'percent' ? input.quoteEnd : last.end,
  };
}

function valueOf({ quantity }: Mark): number | readonly number[] {
  return quantity.values.length === 1 ? (quantity.values[0] ?? 0) : quantity.values;
}

function directionOf(left: Left, mark: Mark): { direction?: 'up' | 'down' } {
  if (mark.role === 'change') {
    const [from = 0, to = 0] = mark.quantity.values;
    return { direction: to < from ? 'down' : 'up' };
  }
  if (!left.reached || left.trend === undefined) return {};
  return { direction: left.trend === 'growth' ? 'up' : 'down' };
}

const predicateStart =
  /^(?:[两三四五六七八九]|增长|下降|提高|以上|左右|支持|用于|投入|并|且|来|后|时|前|中|内|外|的?基础上|任务|目标|居|位居|，|。|”)/;

/** 35个专项规划, 92%行政村, 1000亿元创新基金: the number stands before what it counts. */
function isAttributive(mark: Mark, right: string, left: Left): boolean {
  if (mark.role !== 'value' || right.length < 2 || predicateStart.test(right)) return false;
  if (mark.quantity.unitClass === 'percent')
    return (
      left.trend === undefined &&
      /^(?:以上)?(?:的)?[一-龥“]/.test(right) &&
      !/^(?:达标|覆盖|完成|办结|联网|入园|参保)/.test(right)
    );
  return left.trend === undefined || left.subject === '';
}

function metricOf(input: GroupInput, attributive: boolean): string {
  const { left, right, carried, words, group, share } = input;
  const mark = group[0];
  const subject = lastItem(left.subject);
  if (mark?.role === 'streak')
    return metricName(`${subject}${right}`) + (mark.quantity.unit === '年' ? '年数' : '次数');
  if (mark?.role === 'rank') return rankMetric(words, carried);
  if (attributive) return attributiveMetric(subject, input);
  const reached = /^(?:达标|全?覆盖|完成|办结|联网|合格)/.exec(right)?.[0];
  const base = subject === '' ? carried.subject : relative(subject, carried, share);
  const full = withVerb(base, left, carried, subject);
  return metricName(reached === undefined ? full : `${full}${reached}率`);
}

function attributiveMetric(subject: string, { left, right, group, carried, tail }: GroupInput): string {
  const mark = group[0];
  const object = left.verb === '' && !left.emptyVerb ? right : right.replace(/(?<=^.{2,})在[一-龥].*$/, '');
  const noun = object.replace(/^(?:的|以上的?|左右的?)/, '') + tail;
  if (mark?.quantity.unitClass === 'percent') return metricName(`${subject}${noun}`) + '比例';
  // 总规模1000亿元创新基金: the measure goes behind.
  const measure = /(?:总长|总规模|总投资|总面积|总额|规模|面积|总建筑面积)$/.exec(subject);
  if (measure !== null) return metricName(`${subject.slice(0, measure.index)}${noun}${measure[0]}`);
  // 完成甲桥、乙桥等25座桥: the names before the number are examples of what it counts.
  const listed = /(?:等|、[^、]{2,8})$/.test(subject);
  const front = listed ? left.verb : subject;
  const verb = left.verb === '' && front === '' && !left.emptyVerb ? carried.verb : '';
  return metricName(`${verb}${front}${noun}`);
}

/** 落地项目46个、建设用地: what the items before left open is put in front. */
function withVerb(base: string, left: Left, carried: Carried, subject: string): string {
  if (subject === '' || left.verb !== '' || left.emptyVerb) return base;
  if (relativeNoun.test(subject)) return base;
  if (carried.owner !== '' && !base.startsWith(carried.owner)) return carried.owner + base;
  return carried.verb === '' ? base : carried.verb + base;
}

function relative(subject: string, carried: Carried, share: Row | undefined): string {
  if (carried.subject === '' || share !== undefined) return subject;
  if (subject.startsWith('占')) return carried.subject + subject;
  if (!relativeNoun.test(subject) || subject.startsWith('其中')) return subject.replace(/^其中/, '');
  if (subject.length > 6) return subject;
  return carried.subject.endsWith(subject) ? carried.subject : carried.subject + subject;
}

const inClause =
  /(?:实现|推进|开展|完成|建成|加快|深化|实施|提升|全部|突破|启动|通车|开通|投用|投运|持续|扎实|有序|顺利|明显|不断|新增|评估|任务)/;

/** Of 基本医保实现市级统筹、参保率, the metric is the last item; of 新建成中小学、幼儿园 it is both. */
function lastItem(subject: string): string {
  const items = subject.split('、');
  const last = items.at(-1) ?? '';
  if (items.length === 1) return subject;
  if (/^[并且]/.test(last)) return last.replace(/^[并且]/, '');
  const begins = readLeft(last);
  if (begins.verb !== '' || begins.emptyVerb) return last;
  const first = readLeft(items[0] ?? '');
  const clause = items.findLastIndex((item, index) => {
    const words = index === 0 && first.verb !== '' ? item.slice(item.indexOf(first.verb) + first.verb.length) : item;
    return index < items.length - 1 && inClause.test(words.slice(index === 0 && first.verb !== '' ? 0 : 1));
  });
  return clause === -1 ? subject : items.slice(clause + 1).join('、');
}

function rankMetric(words: string, carried: Carried): string {
  const found =
    /(?:稳?居|位居|位列|名列|列|排名?第?|跃居|跃升?至|升至|进位至|连续[^，、]{1,4}蝉联|蝉联|保持|获评?)?((?:全球|世界|全国|全省|国内|省内|亚洲|同类|全市)[一-龥]{0,8}|[一-龥]{0,6}城市)?(?:第|排名)?$/.exec(
      words.replaceAll(/[\s\u200b]/g, ''),
    );
  const scope = found?.[1] ?? '';
  const base = readLeft(words.slice(0, found?.index ?? words.length)).subject;
  const subject =
    base === ''
      ? carried.subject
      : relativeNoun.test(base) && carried.subject !== '' && base.length <= 4
        ? carried.subject + base
        : base;
  return metricName(`${subject}${subject.endsWith('排名') ? '' : `${scope}排名`}`);
}

function subjectsOf(
  metric: string,
  group: readonly Mark[],
  left: Left,
  attributive: boolean,
): { mark: Mark; name: string; place: readonly [number, number] | undefined }[] {
  const first = group[0];
  if (first === undefined) return [];
  if (group.length === 1) {
    // 起数和人数分别下降20%: one value of two metrics.
    const both = left.distributed && !attributive ? distribute(metric, 2) : undefined;
    if (both === undefined) return [{ mark: first, name: metric, place: undefined }];
    return both.map((name, at) => ({ mark: first, name: metricName(name), place: [at + 1, both.length] as const }));
  }
  const names = distribute(metric, group.length);
  return group.map((mark, at) => ({
    mark,
    name: metricName(names?.[at] ?? metric),
    place: names === undefined ? undefined : ([at + 1, group.length] as const),
  }));
}

function carriedSubject(
  { left, carried, words, qualifiers, text, quoteStart }: GroupInput,
  attributive: boolean,
  metric: string,
): string {
  if (attributive || left.subject === '') return metric === '' ? carried.subject : metric;
  if (qualifiers.length === 0) return metric;
  // 10亿元以上项目46个、增长15%: what grew are those projects.
  const first = qualifiers[0];
  return first === undefined || first.start < quoteStart
    ? metric
    : readLeft(words).subject || text.slice(quoteStart, first.end);
}

function nextCarried({ left, carried, words, group }: GroupInput, full: string, attributive: boolean): Carried {
  const owner = left.cumulative
    ? (/^(.{2,10})累计[一-龥]{2}/.exec(words.replaceAll(/[\s\u200b、，]/g, ''))?.[1] ?? '')
    : carried.owner;
  const role = group[0]?.role;
  const newVerb =
    /^(?:[^、，]{0,8})?(新增|净增|新建成?(?!和|及)|新设|新开工?|新引进|新引入|新改建|新培育|新创建|新认定)/.exec(
      words,
    )?.[1];
  const hasVerb = left.verb !== '' || left.emptyVerb;
  return {
    subject:
      role === 'streak' ? left.subject || carried.subject : full.endsWith('排名') ? carried.subject || full : full,
    verb: hasVerb
      ? left.emptyVerb
        ? ''
        : left.verb
      : attributive && left.subject !== '' && left.subject.length <= 4
        ? left.subject
        : carried.verb,
    newVerb: newVerb ?? (hasVerb ? '' : carried.newVerb),
    cumulative: owner !== '' && (left.cumulative || carried.cumulative),
    counted: left.cumulative || (carried.counted && !hasVerb),
    owner,
    ...(left.modality === undefined
      ? carried.modality === undefined
        ? {}
        : { modality: carried.modality }
      : { modality: left.modality }),
  };
}

function confidenceOf(metric: string, mark: Mark, left: Left, distributed: boolean): number {
  let confidence = 0.99;
  if (metric.length < 2) confidence -= 0.4;
  if (metric.length > 24) confidence -= 0.1;
  if (left.subject === '') confidence -= 0.03;
  if (distributed) confidence -= 0.02;
  if (mark.quantity.chinese) confidence -= 0.08;
  if (mark.role === 'rank' || mark.role === 'streak') confidence -= 0.04;
  return Math.round(confidence * 100) / 100;
}
