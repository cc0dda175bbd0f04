import { predicateOf, type Predicate } from './predicate.ts';
import { readAdverbs, type Adverb } from './readAdverbs.ts';
import { readAfterMeans } from './readAfterMeans.ts';
import { readDisposal } from './readDisposal.ts';
import { readSeries } from './readSeries.ts';
import { taskVerbs } from './taskVerbs.ts';
import { governs, isVerbal, readVerb, yieldsTo, type Verb } from './readVerb.ts';

/** Verbs of one character that need no result. */
const bare = /^(?:[做当搞]|办(?=实事))/u;
/** Verbs that are read as one with the verb after them. */
const ensures = /(?:确保|保证)$/u;

/** Adverbials, then a verb with its object. */
export function readPhrase(clause: string, from: number): Predicate | undefined {
  const found = readAdverbs(clause, from);
  const series = [from, ...found.map(({ end }) => end)]
    .map((at) => ({ at, verb: readSeries(clause, at) }))
    .find(({ verb }) => verb !== undefined);
  if (series?.verb !== undefined) return predicateOf(clause, from, series.verb, 0.8);
  const last = found.at(-1);
  const at = last === undefined ? from : last.end;
  // 攻坚克难 alone promises nothing; 坚持久久为功 does.
  const idiom = last !== undefined && last.end === clause.length && last.end - last.start >= 4;
  if (idiom && !found.slice(0, -1).some(({ start, end }) => yieldsTo.has(clause.slice(start, end)))) return undefined;
  const disposal = readDisposal(clause, at);
  if (disposal !== undefined)
    return {
      ...predicateOf(clause, from, disposal.verb, 0.8),
      object: disposal.object,
      modifier: clause.slice(from, at),
    };
  if (clause[at] === '让' || (clause[at] === '使' && !/^使(?:用|命|得)/u.test(clause.slice(at))))
    return predicateOf(clause, from, { text: clause.charAt(at), start: at, end: at + 1, kind: 'certain' }, 0.85);
  for (let kept = found.length; kept >= 0; kept -= 1) {
    const start = kept === 0 ? from : endOf(found[kept - 1], from);
    const verb = readVerb(clause, start);
    if (verb !== undefined && clause[verb.end] === '让') return undefined;
    if (verb === undefined && kept === found.length && bare.test(clause.slice(start)) && clause.length > start + 3)
      return predicateOf(clause, from, { text: clause.charAt(start), start, end: start + 1, kind: 'guessed' }, 0.7);
    if (
      verb !== undefined &&
      governs(clause, verb) &&
      !isSubject(clause, verb, kept) &&
      !yields(clause, verb, found.slice(0, kept))
    )
      return predicateOf(clause, from, withEnsuring(clause, verb), verb.kind === 'certain' ? 0.9 : 0.8);
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
