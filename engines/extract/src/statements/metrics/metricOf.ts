import type { Carried, Clause } from '../clause.ts';
import type { Mark } from '../marks/mark.ts';
import type { Row } from '../row.ts';
import { newness, relativeNoun } from '../words/lexicon.ts';
import { attributiveMetric } from './attributive.ts';
import { lastItem } from './lastItem.ts';
import { metricName } from './metricName.ts';
import { sharedMeasure } from './sharedMeasure.ts';
import { withoutExamples } from './withoutExamples.ts';
import { pace, rankMetric } from './rankMetric.ts';

/** 吞吐量达900万标箱，连续6年居世界第一: what holds the place is what was just said. */
const ofWhat = (subject: string, right: string, carried: Carried): string =>
  subject === '' && /^(?:位?居|稳居|排名|位列|名列|列|全国第|全省第|全球第|世界第)/.test(right)
    ? carried.subject
    : subject;

/** 标准不低于当地标准的1.6倍: the standard it is held to is no part of its name. */
function withoutStandard(subject: string, mark: Mark | undefined): string {
  if (mark?.quantity.unitClass !== 'times') return subject;
  return subject.replace(/(?<=^.{2,40})(?:不低于|不少于|不超过|不高于|高于|超过|低于).{2,30}$/, '');
}

/** 为新入职人员开展技能培训5万人次: what is counted is what was done for them. */
const served = (subject: string): string =>
  /(?:人员|群众|居民|儿童|家庭|学生|职工|妇女|老年人|群体)(?:免费)?(?:开展|提供|组织)(.{4,})$/.exec(subject)?.[1] ??
  subject;

const streakNoun: ReadonlyMap<string, string> = new Map([
  ['年', '年数'],
  ['个月', '月数'],
  ['个季度', '季度数'],
  ['季度', '季度数'],
]);

/** What a value measures, by the words before and after it and by what goes on from the values before. */
export function metricOf(input: Clause, attributive: boolean): string {
  const { left, right, carried, words, group, share } = input;
  const mark = group[0];
  const subject = withoutStandard(lastItem(withoutExamples(left.subject)), mark);
  if (mark?.role === 'streak')
    return (
      metricName(`${ofWhat(subject, right, carried)}${pace(words)}${right}`) +
      (streakNoun.get(mark.quantity.unit) ?? '次数')
    );
  if (mark?.role === 'rank') return rankMetric(words, carried);
  if (attributive) return attributiveMetric(subject, input);
  // 增长5%、高于全国1.2个百分点: by how much what was just said is above another.
  if (
    mark?.quantity.unitClass === 'point' &&
    /^[均也]?(?:高于|快于|低于|优于|慢于)/.test(subject) &&
    carried.subject !== ''
  )
    return metricName(carried.subject + subject);
  const reached = /^(?:达标|全?覆盖|完成|办结|联网|合格)/.exec(right)?.[0];
  const told = mark?.role === 'change' ? subject + sharedMeasure(subject, carried.subject) : served(subject);
  // 就业4300人，完成任务的107%: of what was just said.
  if (
    mark?.quantity.unitClass === 'percent' &&
    /^(?:年度|全年)?(?:目标)?(?:任务|计划)的?$/.test(subject) &&
    carried.subject !== ''
  )
    return metricName(`${carried.subject}任务完成率`);
  const base = subject === '' || subject === '其中' ? carried.subject : relative(told, carried, share);
  const full = withVerb(base, subject, input);
  if (mark?.quantity.unitClass === 'percent' && /占全[国球省市部县区][^，。；、]{0,3}$/.test(full))
    return metricName(`${full}比重`);
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
const measured = /(?:播种面积|种植面积|产量|产值|销量|存栏|出栏)$/;
const aloneNoun =
  /^(?:增加值|总?产量|存栏|出栏|总里程|成交额|总投资额?|投资额|销售额|项目数|总收入|服务数量|充电电量)$/;

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
  if (base.endsWith(subject)) return base;
  // 播种面积300亩、产量5吨; 运营里程9公里、总里程30公里: another measure of the same.
  const last =
    subject.startsWith('总') && base.endsWith(subject.slice(1)) ? subject.slice(1) : measured.exec(base)?.[0];
  return last !== undefined && base.length - last.length >= 2 && aloneNoun.test(subject)
    ? base.slice(0, -last.length) + subject
    : base + subject;
}
