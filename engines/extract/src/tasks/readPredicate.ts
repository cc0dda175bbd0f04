import { modalities } from './adverbs.ts';
import { nominalVerbs } from './nominalVerbs.ts';
import { readAdverbs, type Adverb } from './readAdverbs.ts';
import { readDisposal } from './readDisposal.ts';
import { readSeries } from './readSeries.ts';
import { taskVerbs } from './taskVerbs.ts';
import { governs, isVerbal, readVerb, yieldsTo, type Verb } from './readVerb.ts';

/** What a clause promises. Offsets are indices of the clause. */
export interface Predicate {
  readonly verb: string;
  readonly object: string;
  readonly modifier: string;
  readonly modality?: string;
  readonly confidence: number;
}

export interface PredicateOptions {
  /** A clause of the list of expected targets (预期目标): a subject with what becomes of it (收入倍差持续缩小) is a promise there. */
  readonly expectsOutcome: boolean;
}

/** Words that take the noun or the deed after them as the means, the place or the direction of another verb. */
const prepositions =
  /^(?:以|用|从|对(?![冲接标])|向|为|在|与|同|由|沿|按照|根据|通过|依托|依靠|围绕|聚焦|针对|面向|瞄准|锚定|立足|借助|紧扣|紧盯|对标|适应|顺应|结合|携手|联动|联合|会同|着眼|利用|运用|把握|抓住|抢抓|统筹|支持|全链条|全生态链|分)/u;
const manner = /^以.{1,40}为.{1,12}$/u;
/** Verbs of one character that need no result. */
const bare = /^(?:[做当搞]|办(?=实事))/u;
/** Verbs after which 确保 and 力争 are read as one with them. */
const ensures = /(?:确保|保证)$/u;

/** The predicate of a clause, or undefined where the clause promises nothing. */
export function readPredicate(clause: string, options: PredicateOptions): Predicate | undefined {
  return (
    readAfterDeed(clause) ??
    readPhrase(clause, 0) ??
    readCausative(clause) ??
    readAfterModal(clause) ??
    readAfterMeans(clause) ??
    readOutcome(clause, options.expectsOutcome)
  );
}

/** Adverbials, then a verb with its object. */
function readPhrase(clause: string, from: number): Predicate | undefined {
  const found = readAdverbs(clause, from);
  const series = [from, ...found.map(({ end }) => end)]
    .map((at) => ({ at, verb: readSeries(clause, at) }))
    .find(({ verb }) => verb !== undefined);
  if (series?.verb !== undefined) return predicate(clause, from, series.verb, 0.8);
  const last = found.at(-1);
  const at = last === undefined ? from : last.end;
  // 攻坚克难 alone promises nothing; 坚持守正创新 does.
  const idiom = last !== undefined && last.end === clause.length && last.end - last.start >= 4;
  if (idiom && !found.slice(0, -1).some(({ start, end }) => yieldsTo.has(clause.slice(start, end)))) return undefined;
  const disposal = readDisposal(clause, at);
  if (disposal !== undefined)
    return {
      ...predicate(clause, from, disposal.verb, 0.8),
      object: disposal.object,
      modifier: clause.slice(from, at),
    };
  if (clause[at] === '让' || (clause[at] === '使' && !/^使(?:用|命|得)/u.test(clause.slice(at))))
    return predicate(clause, from, { text: clause.charAt(at), start: at, end: at + 1, kind: 'certain' }, 0.85);
  for (let kept = found.length; kept >= 0; kept -= 1) {
    const start = kept === 0 ? from : endOf(found[kept - 1], from);
    const verb = readVerb(clause, start);
    if (verb !== undefined && clause[verb.end] === '让') return undefined;
    if (verb === undefined && kept === found.length && bare.test(clause.slice(start)) && clause.length > start + 3)
      return predicate(clause, from, { text: clause.charAt(start), start, end: start + 1, kind: 'guessed' }, 0.7);
    if (
      verb !== undefined &&
      governs(clause, verb) &&
      !isSubject(clause, verb, kept) &&
      !yields(clause, verb, found.slice(0, kept))
    )
      return predicate(clause, from, withEnsuring(clause, verb), verb.kind === 'certain' ? 0.9 : 0.8);
    if (kept === found.length && kept > 0) {
      const means = readAfterMeans(clause.slice(start));
      if (means !== undefined) return { ...means, modifier: clause.slice(from, start) + means.modifier };
    }
  }
  return undefined;
}

/** 强化+统筹协调, 深化+教育改革, 坚持+发展这个要务: a word before is the verb. */
function yields(clause: string, verb: Verb, before: readonly Adverb[]): boolean {
  const words = before.map(({ start, end }) => clause.slice(start, end));
  const named = /这[个一项]/u.test(clause.slice(verb.end));
  if (named && words.some((word) => taskVerbs.has(word) || yieldsTo.has(word))) return true;
  if (!yieldsTo.has(words.at(-1) ?? '')) return false;
  if (verb.text === '建设' && !/(?:改革|创新|建设|发展)$/u.test(clause)) return false;
  return verb.kind === 'nominal' || isVerbal(clause, verb);
}

const modalityOf = (said: string): string => modalities.find((word) => said.endsWith(word)) ?? said;

const endOf = (adverb: Adverb | undefined, otherwise: number): number => adverb?.end ?? otherwise;

/** 确保呈献: said as one verb. */
function withEnsuring(clause: string, verb: Verb): Verb {
  if (!ensures.test(clause.slice(0, verb.start))) return verb;
  const start = verb.start - 2;
  return { ...verb, start, text: clause.slice(start, verb.end) };
}

/** 创新能力显著增强, 保障水平不断提高: what looks like a verb is part of the subject. */
function isSubject(clause: string, verb: Verb, adverbsKept: number): boolean {
  if (verb.kind === 'certain' || (adverbsKept > 0 && !clause.startsWith('高'))) return false;
  return /(?:持续|不断|更加|明显|显著|稳步|大幅|全面|进一步|逐步|取得|迈上|迈出)[^，,、]{2,8}$/u.test(
    clause.slice(verb.end + 1),
  );
}

/** 规划、建设、管理让人民做主. */
function readCausative(clause: string): Predicate | undefined {
  const at = clause.indexOf('让');
  if (at <= 0 || at > 30 || /[出转]$/u.test(clause.slice(0, at)) || at + 3 > clause.length) return undefined;
  const { verb, object } = predicate(clause, at, { text: '让', start: at, end: at + 1, kind: 'certain' }, 0.6);
  return { verb, object, modifier: '', confidence: 0.6 };
}

/** 以规划引领…, 为群众提供…, 在重点领域加大…: the verb after the means. */
function readAfterMeans(clause: string): Predicate | undefined {
  const lead = prepositions.exec(clause);
  if (lead === null) return undefined;
  const verb = verbAfterMeans(clause, meansEnd(clause, lead[0].length)) ?? seriesAfterMeans(clause);
  return verb === undefined ? undefined : predicate(clause, 0, verb, 0.7);
}

/** Past 以…为…, and past the deed that is itself the means or the purpose (在推进改革中…, 为加快建设…提供…). */
function meansEnd(clause: string, first: number): number {
  if (manner.test(clause)) return clause.lastIndexOf('为') + 2;
  const deed = readVerb(clause, first) ?? readVerb(clause, readAdverbs(clause, first).at(-1)?.end ?? first);
  const places = /^[在从].*(?:方面|领域|基础上|过程中|前提下|条件下)/u.exec(clause);
  if (places !== null) return places[0].length;
  if (deed === undefined) return first + 1;
  return deed.kind === 'nominal' ? deed.start + 2 : deed.end;
}

function verbAfterMeans(clause: string, from: number): Verb | undefined {
  const given = /^为.{2,60}?(?=提供|作出|创造|注入|奠定|营造)/u.exec(clause);
  if (given !== null) return readVerb(clause, given[0].length);
  let likely: Verb | undefined;
  for (let at = from; at < clause.length - 1; at += 1) {
    if (/[的、和与及或之抓促“《]/u.test(clause.charAt(at - 1))) continue;
    const start = readAdverbs(clause, at).at(-1)?.end;
    const urged = start === undefined ? undefined : readVerb(clause, start);
    if (urged !== undefined && governs(clause, urged)) {
      if (urged.kind === 'certain') return urged;
      if (isUrged(clause, urged, at, start)) likely ??= urged;
    }
    const plain = readVerb(clause, at);
    if (plain === undefined) continue;
    if (governs(clause, plain) && !/^[和与及、]/u.test(clause.slice(plain.end))) {
      if (plain.kind === 'certain') return plain;
      if (opensObject(clause, plain)) return likely ?? plain;
    }
    if (plain.kind === 'nominal') at += 1;
  }
  return likely;
}

/** 高质量发展 and 创新发展 are nouns; 持续发展 isn't. */
const isUrged = (clause: string, verb: Verb, at: number, start: number | undefined): boolean =>
  clause[at] !== '高' && clause[verb.start - 1] !== '化' && !nominalVerbs.has(clause.slice(at, start));

/** 以零容忍态度正风肃纪反腐, 为基层减负. */
function seriesAfterMeans(clause: string): Verb | undefined {
  const means = /^以.{2,8}?(?=[正肃反])/u.exec(clause);
  if (means !== null) return readSeries(clause, means[0].length);
  if (!/^为.{2,16}(?:减负|赋能|松绑|助力|兜底|护航|纾困|解难|把脉|增收|减负增效|保驾护航|排忧解难)$/u.test(clause))
    return undefined;
  const matched = /(?:减负增效|保驾护航|排忧解难|..)$/u.exec(clause);
  return matched === null ? undefined : { text: matched[0], start: matched.index, end: clause.length, kind: 'guessed' };
}

/** 等领域建设一批…: after a noun of place, or before a word of quantity, a nominal verb is a verb. */
const opensObject = (clause: string, verb: Verb): boolean =>
  /(?:领域|方面|地区|区域|基础上|中|上|内)$/u.test(clause.slice(0, verb.start)) ||
  /^(?:一批|更多|若干)/u.test(clause.slice(verb.end));

const modalAt = /(?<![需主重必概纲首摘紧只简还])(?:都要|也要|要|将|应当|应|须|必须)(?![素求点害闻领件道])/gu;
const outcome = /(?:持续|不断|进一步|更加|稳步|明显|显著|大幅|逐步|有序|基本|全部|全面|率先)+$/u;
const results = [
  '建成投用', '投入使用', '投入运营', '建成', '投用', '开工', '完工', '竣工', '通车', '启用', '开通', '开业', '落地', '缩小', '下降', '降低', '提升', '提高', '增强', '改善', '优化', '达到', '转变', '保持', '稳定', '增长', '好转', '见效', '投产',
] as const; // prettier-ignore

/** 制定政策要遵循规律: the deed before 要 is what is spoken of. */
function readAfterDeed(clause: string): Predicate | undefined {
  const modal = /^[^，,、“]{4,12}?(?<![需主重必概纲首摘紧只简还])(?:都要|要|必须)(?![素求点害闻领件道])/u.exec(clause);
  if (modal === null || readVerb(clause, 0) === undefined) return undefined;
  const after = readPhrase(clause, modal[0].length);
  return after === undefined ? undefined : { ...after, modality: modalityOf(modal[0]), confidence: 0.7 };
}

/** 市政府将…, 各地都要…: the verb after a subject and 要. */
function readAfterModal(clause: string): Predicate | undefined {
  for (const matched of clause.matchAll(modalAt)) {
    if (matched.index < 2 || matched.index > 40) continue;
    const after = readPhrase(clause, matched.index + matched[0].length);
    if (after !== undefined)
      return { ...after, modifier: matched[0] + after.modifier, modality: modalityOf(matched[0]), confidence: 0.7 };
    const end = readAdverbs(clause, matched.index + matched[0].length).at(-1)?.end ?? matched.index + matched[0].length;
    const last = readVerb(clause, end);
    if (
      last?.kind === 'certain' &&
      last.end === clause.length &&
      !/^(?:我们|同时)$/u.test(clause.slice(0, matched.index))
    )
      return {
        verb: last.text,
        object: clause.slice(0, matched.index),
        modifier: clause.slice(matched.index, end),
        modality: modalityOf(matched[0]),
        confidence: 0.6,
      };
  }
  const takes = clause.indexOf('将');
  const disposal = takes === -1 || takes > 20 ? undefined : readDisposal(clause, takes);
  return disposal === undefined
    ? undefined
    : { verb: disposal.verb.text, object: disposal.object, modifier: clause.slice(0, takes), confidence: 0.6 };
}

/** 作风转变, 收入倍差持续缩小: a subject and what becomes of it. */
function readOutcome(clause: string, expectsOutcome: boolean): Predicate | undefined {
  for (const result of results) {
    const at = clause.lastIndexOf(result);
    if (at < 2) continue;
    const isLast = at + result.length === clause.length;
    const lead = outcome.exec(clause.slice(0, at));
    const urged = /^(?:力促|确保|力争|推动)/u.exec(clause);
    const deliverable = isLast && /^(?:建成|投|开|完|竣|通|启)/u.test(result);
    if (!(deliverable || (urged !== null && isLast) || (expectsOutcome && (lead !== null || result === '达到'))))
      continue;
    const modifier = urged?.[0] ?? lead?.[0] ?? '';
    const object = clause.slice(urged?.[0].length ?? 0, lead === null ? at : at - lead[0].length);
    return { verb: result, object, modifier, confidence: 0.6 };
  }
  return undefined;
}

function predicate(clause: string, from: number, verb: Verb, confidence: number): Predicate {
  const modifier = clause.slice(from, verb.start);
  const modality = modalities.find((word) => modifier.includes(word) || verb.text.startsWith(word));
  return {
    verb: verb.text,
    object: clause.slice(verb.end),
    modifier,
    ...(modality === undefined ? {} : { modality }),
    confidence,
  };
}
