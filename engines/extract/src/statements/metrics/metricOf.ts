import type { Carried, Clause } from '../clause.ts';
import type { Row } from '../row.ts';
import { newness, relativeNoun } from '../words/lexicon.ts';
import { attributiveMetric } from './attributive.ts';
import { lastItem } from './lastItem.ts';
import { metricName } from './metricName.ts';
import { rankMetric } from './rankMetric.ts';

/** What a value measures, by the words before and after it and by what goes on from the values before. */
export function metricOf(input: Clause, attributive: boolean): string {
  const { left, right, carried, words, group, share } = input;
  const mark = group[0];
  const subject = lastItem(left.subject);
  if (mark?.role === 'streak')
    return metricName(`${subject}${right}`) + (mark.quantity.unit === '年' ? '年数' : '次数');
  if (mark?.role === 'rank') return rankMetric(words, carried);
  if (attributive) return attributiveMetric(subject, input);
  const reached = /^(?:达标|全?覆盖|完成|办结|联网|合格)/.exec(right)?.[0];
  const base = subject === '' ? carried.subject : relative(subject, carried, share);
  const full = withVerb(base, subject, input);
  return metricName(reached === undefined ? full : `${full}${reached}率`);
}

/** 落地项目46个、建设用地: what the items before left open is put in front. */
function withVerb(base: string, subject: string, { left, carried, group }: Clause): string {
  if (subject === '' || relativeNoun.test(subject)) return base;
  // 平台累计上线政策12条、兑付资金3亿元: whose they are goes on with the 累计.
  if (carried.owner !== '' && !left.cumulative && !base.startsWith(carried.owner)) return carried.owner + base;
  if (left.verb !== '' || left.emptyVerb) return base;
  // 新建5所学校、覆盖率达8%: a rate is nothing new.
  if (newness.test(carried.verb) && group[0]?.quantity.unitClass === 'percent') return base;
  return carried.verb === '' || left.trend !== undefined || base.startsWith(carried.verb) ? base : carried.verb + base;
}

/** Measures that say of what only together with the item before, where they stand alone. */
const aloneNoun = /^(?:增加值|产量|成交额|总投资额?|投资额|销售额|项目数|总收入|服务数量|充电电量)$/;

function relative(subject: string, carried: Carried, share: Row | undefined): string {
  if (carried.subject === '' || share !== undefined) return subject;
  if (subject.startsWith('占')) return carried.subject + subject;
  if ((!relativeNoun.test(subject) && !aloneNoun.test(subject)) || subject.startsWith('其中'))
    return subject.replace(/^其中/, '');
  if (subject.length > 6 && !aloneNoun.test(subject)) return subject;
  // 诉求解决率、满意率: both are rates of the same.
  const base = subject.endsWith('率')
    ? carried.subject.replace(/[一-龥]{2}率$/, '')
    : carried.subject.replace(/(?<=.{2})(?:总数|总量|数量)$/, '');
  return base.endsWith(subject) ? base : base + subject;
}
