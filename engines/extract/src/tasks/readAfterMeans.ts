import { nominalVerbs } from './nominalVerbs.ts';
import { predicateOf, type Predicate } from './predicate.ts';
import { readAdverbs } from './readAdverbs.ts';
import { readSeries } from './readSeries.ts';
import { governs, readVerb, type Verb } from './readVerb.ts';

/** Words that take the noun or the deed after them as the means, the place or the direction of another verb. */
const prepositions =
  /^(?:以|用|从|对(?![冲接标])|向|为|在|与|同|由|沿|按照|根据|通过|依托|依靠|围绕|聚焦|针对|面向|瞄准|锚定|立足|借助|紧扣|紧盯|对标|适应|顺应|结合|携手|联动|联合|会同|着眼|利用|运用|把握|抓住|抢抓)/u;
const manner = /^以.{1,40}为.{1,12}$/u;

/** 以规划引领…, 为群众提供…, 在重点领域加大…: the verb after the means. */
export function readAfterMeans(clause: string): Predicate | undefined {
  const lead = prepositions.exec(clause);
  if (lead === null) return undefined;
  const verb = verbAfterMeans(clause, meansEnd(clause, lead[0].length)) ?? seriesAfterMeans(clause);
  return verb === undefined ? undefined : predicateOf(clause, 0, verb, 0.7);
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

/** 以严实作风正风肃纪反腐, 为基层减负. */
function seriesAfterMeans(clause: string): Verb | undefined {
  const means = /^以.{2,8}?(?=[正肃反])/u.exec(clause);
  if (means !== null) return readSeries(clause, means[0].length);
  if (!/^为.{2,16}(?:减负|赋能|松绑|助力|兜底|护航|纾困|解难|把脉|增收|减负增效|保驾护航|排忧解难)$/u.test(clause))
    return undefined;
  const matched = /(?:减负增效|保驾护航|排忧解难|..)$/u.exec(clause);
  return matched === null ? undefined : { text: matched[0], start: matched.index, end: clause.length, kind: 'guessed' };
}

/** 等行业建设一批…: after a noun of place, or before a word of quantity, a nominal verb is a verb. */
const opensObject = (clause: string, verb: Verb): boolean =>
  /(?:领域|方面|地区|区域|基础上|中|上|内)$/u.test(clause.slice(0, verb.start)) ||
  /^(?:一批|更多|若干)/u.test(clause.slice(verb.end));
