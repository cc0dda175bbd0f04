import { taskVerbs } from './taskVerbs.ts';
import type { Verb } from './readVerb.ts';

const heads = new Set('促稳扩保增惠助强补优提降减兜防控抓调惩治正肃反守依用拓拼惠育护扶创建挖');
const byMeans =
  /^以[^，,、]{1,2}[促带强治惠兴化润][^，,、]{1,2}(?:、以[^，,、]{1,2}[促带强治惠兴化润][^，,、]{1,2})+$/u;

/** 保供水稳粮价, 正风肃纪反腐, 以渔促旅、以渔兴港: short verbs, each with its own object, that are said as one. */
export function readSeries(clause: string, at: number): Verb | undefined {
  const rest = clause.slice(at);
  if (rest.length < 4 || rest.length > 24) return undefined;
  const whole: Verb = { text: rest, start: at, end: clause.length, kind: 'certain' };
  if (byMeans.test(rest)) return whole;
  for (const size of [3, 2]) {
    if (rest.length % size !== 0 || rest.length / size < 2 || (size === 2 && rest.length < 6)) continue;
    let starts = true;
    for (let from = 0; from < rest.length; from += size)
      starts &&= heads.has(rest.charAt(from)) && !taskVerbs.has(rest.slice(from, from + 2));
    if (starts) return whole;
  }
  return undefined;
}
