import type { Carried } from '../clause.ts';
import { readLeft } from '../words/left.ts';
import { relativeNoun } from '../words/lexicon.ts';
import { metricName } from './metricName.ts';

const region =
  '(?:[一二三四五六七八九十]{1,2}个?(?:城区|县区|区县|县市区?)|(?:全球|世界|全国|全省|国内|省内|亚洲|同类|全市|全县|全区|全州)(?:[一-龥]{0,5}(?:城市|省份|省区|市场|地区|港口|县市|区县|行业|百强县))?)';
const afterVerb = new RegExp(
  `(?:稳居|位居|位列|名列|跃居|居|列|排名|排在?|跃升?至|升至|进位至|蝉联|保持|获评?)(${region}|各省区|[一-龥]{0,6}城市)?(?:第|排名)?$`,
);
const bare = new RegExp(`(${region})(?:第|排名)?$`);

/** 居全国城市第4位 after 总数: 上市公司总数全国城市排名. */
export function rankMetric(words: string, carried: Carried): string {
  const plain = words.replaceAll(/[\s\u200b]/g, '');
  const found = afterVerb.exec(plain) ?? bare.exec(plain);
  const scope = found?.[1] ?? '';
  const before = plain.slice(0, found?.index ?? plain.length);
  const base = readLeft(before).subject;
  const own = relativeNoun.test(base) && carried.subject !== '' && base.length <= 4 ? carried.subject + base : base;
  const subject = (base === '' ? carried.subject : own) + pace(before);
  return metricName(subject.endsWith('排名') ? subject : `${subject}${scope}排名`);
}

/** 增速 of 增速均居全省第一: what has the rank is how fast it grows, not how much it is. */
export const pace = (words: string): string =>
  /(增速|增幅|涨幅|降幅)(?:[均也都]|连续|分别){0,2}(?:排在?|位?居|位?列)?$/.exec(words)?.[1] ?? '';
