import { modalities } from './adverbs.ts';
import { readAdverbs, type Adverb } from './readAdverbs.ts';
import { readDisposal } from './readDisposal.ts';
import { readSeries } from './readSeries.ts';
import { governs, readVerb, type Verb } from './readVerb.ts';

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
  /^(?:以|用|从|对|向|为|在|与|同|由|沿|按照|根据|通过|依托|依靠|围绕|聚焦|针对|面向|瞄准|锚定|立足|借助|紧扣|紧盯|对标|适应|顺应|结合|携手|联动|联合|会同|着眼|利用|运用|把握|抓住|抢抓|统筹|支持|全链条|全生态链|分)/u;
const manner = /^以.{1,40}为.{1,12}$/u;
/** Verbs after which 确保 and 力争 are read as one with them. */
const ensures = /(?:确保|保证)$/u;

/** The predicate of a clause, or undefined where the clause promises nothing. */
export function readPredicate(clause: string, options: PredicateOptions): Predicate | undefined {
  return (
    readPhrase(clause, 0) ??
    readCausative(clause) ??
    readAfterMeans(clause) ??
    readAfterSubject(clause, options.expectsOutcome)
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
  const disposal = readDisposal(clause, at);
  if (disposal !== undefined)
    return {
      ...predicate(clause, from, disposal.verb, 0.8),
      object: disposal.object,
      modifier: clause.slice(from, at),
    };
  if (clause[at] === '让' || (clause[at] === '使' && !/^使(?:用|命|得)/u.test(clause.slice(at))))
    return predicate(clause, from, { text: clause.charAt(at), start: at, end: at + 1, kind: 'certain' }, 0.85);
  if (/^[做当搞](?!好)/u.test(clause.slice(at)) && clause.length > at + 3)
    return predicate(clause, from, { text: clause.charAt(at), start: at, end: at + 1, kind: 'guessed' }, 0.7);
  for (let kept = found.length; kept >= 0; kept -= 1) {
    const start = kept === 0 ? from : endOf(found[kept - 1], from);
    const verb = readVerb(clause, start);
    if (verb !== undefined && governs(clause, verb) && !isSubject(clause, verb, kept))
      return predicate(clause, from, withEnsuring(clause, verb), verb.kind === 'certain' ? 0.9 : 0.8);
    if (kept === found.length && kept > 0) {
      const means = readAfterMeans(clause.slice(start));
      if (means !== undefined) return { ...means, modifier: clause.slice(from, start) + means.modifier };
    }
  }
  return undefined;
}

const endOf = (adverb: Adverb | undefined, otherwise: number): number => adverb?.end ?? otherwise;

/** 确保呈献: said as one verb. */
function withEnsuring(clause: string, verb: Verb): Verb {
  if (!ensures.test(clause.slice(0, verb.start))) return verb;
  const start = verb.start - 2;
  return { ...verb, start, text: clause.slice(start, verb.end) };
}

/** 创新能力显著增强, 保障水平不断提高: what looks like a verb is part of the subject. */
function isSubject(clause: string, verb: Verb, adverbsKept: number): boolean {
  if (verb.kind === 'certain' || adverbsKept > 0) return false;
  return /(?:持续|不断|更加|明显|显著|稳步|大幅|全面|进一步|逐步)[^，,、]{2,4}$/u.test(clause.slice(verb.end + 1));
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
  if (lead === null || manner.test(clause)) return undefined;
  const first = lead[0].length;
  for (let at = first + 1; at < clause.length - 1; at += 1) {
    if (/[的、和与及或之“《]/u.test(clause.charAt(at - 1))) continue;
    const found = readAdverbs(clause, at);
    const last = found.at(-1);
    const start = last === undefined ? at : last.end;
    const verb = readVerb(clause, start);
    if (verb === undefined || !governs(clause, verb)) continue;
    if (verb.kind === 'nominal' && found.length === 0 && !opensObject(clause, verb)) continue;
    return predicate(clause, 0, verb, 0.7);
  }
  const series = clause.match(/^以.{2,8}?(?=[正肃反])/u);
  const verb = series === null ? undefined : readSeries(clause, series[0].length);
  return verb === undefined ? undefined : predicate(clause, 0, verb, 0.6);
}

/** 等领域建设一批…: after a noun of place, or before a word of quantity, a nominal verb is a verb. */
const opensObject = (clause: string, verb: Verb): boolean =>
  /(?:领域|方面|地区|区域|基础上|中|上|内)$/u.test(clause.slice(0, verb.start)) ||
  /^(?:一批|更多|若干|全|新|高)/u.test(clause.slice(verb.end));

const modalAt = /(?<![需主重必概纲首摘紧只简还])(?:都要|也要|要|将|应当|应|须|必须)(?![素求点害闻领件道])/gu;
const outcome = /(?:持续|不断|进一步|更加|稳步|明显|显著|大幅|逐步|有序|基本|全部|全面|率先)+$/u;
const results = [
  '建成投用', '投入使用', '投入运营', '建成', '投用', '开工', '完工', '竣工', '通车', '启用', '开通', '开业', '落地', '缩小', '下降', '降低', '提升', '提高', '增强', '改善', '优化', '达到', '转变', '保持', '稳定', '增长', '好转', '见效', '投产',
] as const; // prettier-ignore

/** 市政府将…, 作风转变, 收入倍差持续缩小: the verb after a subject. */
function readAfterSubject(clause: string, expectsOutcome: boolean): Predicate | undefined {
  for (const matched of clause.matchAll(modalAt)) {
    if (matched.index < 2 || matched.index > 40) continue;
    const after = readPhrase(clause, matched.index + matched[0].length);
    if (after === undefined) continue;
    return { ...after, modifier: matched[0] + after.modifier, modality: matched[0], confidence: 0.7 };
  }
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
