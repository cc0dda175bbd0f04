import type { Comparator } from '../reading.ts';
import { metricName } from './metrics/metricName.ts';
import type { Row } from './row.ts';
import { readLeft } from './words/left.ts';

/** 高于GDP增速, 快于全国平均水平: a value that another metric sets. */
const beyond =
  /(不低于|不高于|高于|快于|优于|低于|慢于)([^，。；、0-9]{2,14}?(?:增速|增长|平均水平|水平|平均|增幅|涨幅))(?=[，。；、]|$)/g;
/** 居民收入增长与经济增长同步 */
const inStep = /(?:与|和|同)([^，。；、0-9]{2,12}?)(?:基本)?同步(?:增长)?(?=[，。；、]|$)/g;

const comparators: Readonly<Record<string, Comparator>> = {
  不低于: 'ge',
  不高于: 'le',
  高于: 'gt',
  快于: 'gt',
  优于: 'gt',
  低于: 'lt',
  慢于: 'lt',
};

/**
 * Statements that name another metric instead of a number; soft, as there is no number to hold anybody to. `rows` are those of the sentence
 * that have one: a comparison without a subject of its own speaks of the metric before it.
 */
export function comparisonsOf(text: string, start: number, end: number, rows: readonly Row[]): Row[] {
  const sentence = text.slice(start, end);
  return [
    ...Array.from(sentence.matchAll(beyond), (found) => {
      const cue = found[1] ?? '';
      return rowOf(sentence, start, rows, found, {
        comparator: comparators[cue] ?? 'gt',
        reference: found[2] ?? '',
        cue,
      });
    }),
    ...Array.from(sentence.matchAll(inStep), (found) =>
      rowOf(sentence, start, rows, found, { comparator: 'eq', reference: found[1] ?? '', cue: '同步' }),
    ),
  ].filter((row) => row.metric.length >= 2);
}

const sinceThen = /^[“”]?十[一二三四五六七八]五[“”]?(?:以来|期间|时期)/;

function rowOf(
  sentence: string,
  start: number,
  rows: readonly Row[],
  found: RegExpExecArray,
  said: { readonly comparator: Comparator; readonly reference: string; readonly cue: string },
): Row {
  const before = rows.findLast(({ span }) => span.end <= start + found.index);
  const ends = Array.from('，；：、', (mark) => sentence.lastIndexOf(mark, found.index - 1) + 1);
  const clause = Math.max(before === undefined ? 0 : before.span.end - start, ...ends);
  const { subject, modality } = readLeft(sentence.slice(clause, found.index).replace(sinceThen, ''));
  return {
    metric: metricName(subject === '' ? (before?.metric ?? '') : subject),
    value: null,
    unit: '',
    valueSi: null,
    unitSi: '',
    change: /增速|增长|增幅|涨幅/.test(found[0]) ? 'growth_rate' : 'level',
    span: { start: start + found.index, end: start + found.index + found[0].length },
    quote: { start: start + clause, end: start + found.index + found[0].length },
    confidence: 0.8,
    ...said,
    ...(modality === undefined ? {} : { modality }),
    soft: true,
  };
}
