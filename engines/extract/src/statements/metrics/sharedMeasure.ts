import { measureNoun } from '../words/lexicon.ts';
import { metricName } from './metricName.ts';

/** 甲类儿童补助标准从5元提高到6元，乙类儿童从3元提高到4元: the measure is said once. */
export function sharedMeasure(words: string, before: string): string {
  const subject = metricName(words);
  if (subject === '' || measureNoun.test(subject) || !before.endsWith('标准')) return '';
  for (let length = Math.min(subject.length - 1, 6); length >= 2; length -= 1) {
    const at = before.indexOf(subject.slice(-length));
    if (at > 0) return before.slice(at + length);
  }
  return '';
}
