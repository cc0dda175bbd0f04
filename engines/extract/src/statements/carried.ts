import { readLeft } from './words/left.ts';
import type { Carried, Clause } from './clause.ts';
import { pace } from './metrics/rankMetric.ts';
import { newWords } from './words/lexicon.ts';

/** 新建和改造 is not only new. */
const startsNew = new RegExp(`^(?:[^、，]{0,8})?(${newWords})(?!和|及)`);

/** The metric that values without one of their own take over from this one. */
export function carriedSubject(
  { left, carried, words, qualifiers, text, quoteStart, group }: Clause,
  attributive: boolean,
  metric: string,
): string {
  // 高于全国1.2个百分点: what follows speaks of the metric itself again.
  if (
    group[0]?.quantity.unitClass === 'point' &&
    /^[均也]?(?:高于|快于|低于|优于|慢于)/.test(left.subject) &&
    carried.subject !== ''
  )
    return carried.subject;
  if (attributive || left.subject === '') return metric === '' ? carried.subject : metric;
  if (qualifiers.length === 0) return metric;
  // 10亿元以上项目46个、增长15%: what grew are those projects.
  const first = qualifiers[0];
  return first === undefined || first.start < quoteStart
    ? metric
    : readLeft(words).subject || text.slice(quoteStart, first.end);
}

/** What goes on to the next value after this one. */
export function nextCarried({ left, carried, words, group }: Clause, full: string, attributive: boolean): Carried {
  const owner = left.cumulative
    ? (/^(.{2,10})累计(?!超|达|突破|约|近|为)[一-龥]{2}/.exec(words.replaceAll(/[\s\u200b、，]/g, ''))?.[1] ?? '')
    : carried.owner;
  const role = group[0]?.role;
  const newVerb = startsNew.exec(words)?.[1];
  const hasVerb = left.verb !== '' || left.emptyVerb;
  return {
    subject:
      role === 'streak'
        ? left.subject + pace(words) || carried.subject
        : full.endsWith('排名')
          ? carried.subject || full
          : full,
    verb: hasVerb
      ? left.emptyVerb
        ? ''
        : left.verb
      : attributive && left.subject !== '' && left.subject.length <= 4
        ? left.subject
        : carried.verb,
    newVerb: newVerb ?? (hasVerb ? '' : carried.newVerb),
    cumulative: owner !== '' && (left.cumulative || carried.cumulative),
    recent: carried.recent,
    counted: left.cumulative || (carried.counted && !hasVerb),
    owner,
    ...(left.modality === undefined
      ? carried.modality === undefined
        ? {}
        : { modality: carried.modality }
      : { modality: left.modality }),
  };
}
