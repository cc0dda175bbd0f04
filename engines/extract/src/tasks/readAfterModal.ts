import { modalityOf, type Predicate } from './predicate.ts';
import { readAdverbs } from './readAdverbs.ts';
import { readDisposal } from './readDisposal.ts';
import { readPhrase } from './readPhrase.ts';
import { readVerb } from './readVerb.ts';

const modalAt = /(?<![需主重必概纲首摘紧只简还])(?:都要|也要|要|将|应当|应|须|必须)(?![素求点害闻领件道])/gu;

/** 制定航线要听取意见: the deed before 要 is what is spoken of. */
export function readAfterDeed(clause: string): Predicate | undefined {
  const modal = /^[^，,、“]{4,12}?(?<![需主重必概纲首摘紧只简还])(?:都要|要|必须)(?![素求点害闻领件道])/u.exec(clause);
  if (modal === null || readVerb(clause, 0) === undefined) return undefined;
  const after = readPhrase(clause, modal[0].length);
  return after === undefined ? undefined : { ...after, modality: modalityOf(modal[0]), confidence: 0.7 };
}

/** 市政府将…, 各地都要…: the verb after a subject and 要. */
export function readAfterModal(clause: string): Predicate | undefined {
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
