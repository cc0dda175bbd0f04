import type { Clause } from '../clause.ts';
import type { Mark } from '../marks/mark.ts';
import type { Left } from '../words/left.ts';
import { measureNoun } from '../words/lexicon.ts';
import { withoutExamples } from './withoutExamples.ts';
import { metricName } from './metricName.ts';

const predicateStart =
  /^(?:[两三四五六七八九](?!级|甲|星|类)|增长|下降|提高|以上|左右|安排|支持|用于|投入|并|且|大关|新?台阶|关口|新高|来|后(?!备|续)|时|前(?!沿|海)|中(?![央小心国学医外等试层原])|内(?![河需外陆])|外(?![资贸商籍国来卖])|的?基础上|任务|目标|居|位居|，|。|”)/;

/** 35个专项规划, 92%行政村, 1000亿元创新基金: the number stands before what it counts. */
export function isAttributive(mark: Mark, right: string, left: Left): boolean {
  if (mark.role !== 'value' || right.length < 2) return false;
  // 支出八成以上用于民生: the predicate says of what it is the share.
  const spent = mark.quantity.unitClass === 'percent' && left.subject !== '' && /^(?:用于|投入|投向)/.test(right);
  if (predicateStart.test(right) && !spent) return false;
  if (mark.quantity.unitClass === 'percent')
    return (
      left.trend === undefined &&
      /^(?:以上)?(?:的)?[一-龥“]/.test(right) &&
      !/^(?:达标|覆盖|完成|办结|联网|入园|参保)/.test(right)
    );
  return left.trend === undefined || left.subject === '';
}

/** The metric of a number that stands before what it counts. */
export function attributiveMetric(subject: string, { left, right, group, carried, tail }: Clause): string {
  const mark = group[0];
  const object = left.verb === '' && !left.emptyVerb ? right : right.replace(/(?<=^.{2,})在[一-龥].*$/, '');
  const noun =
    object
      .replace(/^(?:的|以上的?|左右的?)/, '')
      .replace(/(?<=^.{2,40})对(?![口接外标])[一-龥].*$/, '')
      .replace(/^[0-9]{1,3}周?岁及?以[上下]的?/, '') + tail;
  if (mark?.quantity.unitClass === 'percent') return metricName(`${subject}${noun}`) + '比例';
  // 总规模1000亿元创新基金: the measure goes behind.
  const measure = /(?:总长|总规模|总投资|总面积|总额|规模|面积|总建筑面积)$/.exec(subject);
  if (measure !== null) return metricName(`${subject.slice(0, measure.index)}${noun}${measure[0]}`);
  // 成为首个产量突破5万吨的县
  const become = /(?:成为|跻身|迈入)(?:全[国省市球])?(?:首[个座]|第[0-9一二三四五六七八九十]{1,3}[个座]|唯一)?/.exec(
    subject,
  );
  if (become !== null && right.startsWith('的') && measureNoun.test(subject))
    return metricName(subject.slice(0, become.index) + subject.slice(become.index + become[0].length));
  // 完成甲桥、乙桥等25座桥: the names before the number are examples of what it counts.
  const listed = /(?:等|、[^、]{2,8})$/.test(subject);
  const front = listed ? left.verb : withoutExamples(subject);
  const verb = left.verb === '' && front === '' && !left.emptyVerb ? carried.verb : '';
  return metricName(`${verb}${front}${noun}`);
}
