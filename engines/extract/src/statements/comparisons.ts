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

/** Targets that name another metric instead of a number; soft, as there is no number to hold anybody to. */
export function comparisonsOf(text: string, start: number, end: number): Row[] {
  const sentence = text.slice(start, end);
  const rows: Row[] = [];
  for (const found of sentence.matchAll(beyond)) {
    rows.push(...rowOf(sentence, start, found, comparators[found[1] ?? ''] ?? 'gt', found[2] ?? '', found[1] ?? ''));
  }
  for (const found of sentence.matchAll(inStep))
    rows.push(...rowOf(sentence, start, found, 'eq', found[1] ?? '', '同步'));
  return rows;
}

function rowOf(
  sentence: string,
  start: number,
  found: RegExpExecArray,
  comparator: Comparator,
  reference: string,
  cue: string,
): Row[] {
  const clause = Math.max(...Array.from('，；：、', (mark) => sentence.lastIndexOf(mark, found.index - 1) + 1));
  const { subject, modality } = readLeft(sentence.slice(clause, found.index));
  const metric = metricName(subject);
  if (metric.length < 2) return [];
  return [
    {
      metric,
      value: null,
      unit: '',
      valueSi: null,
      unitSi: '',
      comparator,
      change: /增速|增长|增幅|涨幅/.test(found[0]) ? 'growth_rate' : 'level',
      span: { start: start + found.index, end: start + found.index + found[0].length },
      quote: { start: start + clause, end: start + found.index + found[0].length },
      confidence: 0.8,
      cue,
      ...(modality === undefined ? {} : { modality }),
      reference,
      soft: true,
    },
  ];
}
