import type { ReportStatement } from '@yiwang/contract';
import { numberOf } from '../words/format.ts';

/** As many decimals as the number has, eight at most (0.1 + 0.2 is no one's figure). */
export function plainNumber(value: number): string {
  const [, part = ''] = String(Number(value.toFixed(8))).split('.');
  return numberOf(value, part.includes('e') ? 0 : part.length);
}

/** 10 000 000 000 of 超百亿美元 → 100 亿: no report writes out so many noughts, and no column holds them. */
function chineseNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${plainNumber(value / 1e8)}\u2009亿`;
  return size >= 1e6 ? `${plainNumber(value / 1e4)}\u2009万` : plainNumber(value);
}

type Figure = ReportStatement['value'];
export function figureText(value: Figure, between: string): string {
  if (value === null) return '—';
  return typeof value === 'number' ? chineseNumber(value) : value.map(chineseNumber).join(between);
}

/** What stands between the numbers of one value: parts of a whole, or the ends of a range. */
export const betweenOf = (change: ReportStatement['change']): string => (change === 'ratio' ? ' : ' : '–');

/** The value of a statement as the report wrote it: a range, from – to, a ratio, a change with its sign, or a number. */
export function valueText(of: ReportStatement): string {
  if (of.range !== undefined) return figureText(of.range, '–');
  if (of.from !== undefined && of.to !== undefined) return figureText([of.from, of.to], ' → ');
  const isChange = of.change === 'increase' || of.change === 'decrease';
  if (typeof of.value !== 'number' || !isChange || of.value < 0) return figureText(of.value, betweenOf(of.change));
  const isCompared = of.baseline !== undefined || of.direction !== undefined;
  const sign = of.change === 'decrease' ? '−' : isCompared ? '+' : '';
  return `${sign}${plainNumber(of.value)}`;
}

const multiples = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
] as const;
/** 428 600 000 000 → 428.6 bn: what 万 and 亿 come to, for a reader of English. */
export function shortNumber(value: number): string {
  for (const [size, word] of multiples) {
    if (Math.abs(value) >= size) return `${plainNumber(Number((value / size).toPrecision(6)))} ${word}`;
  }
  return plainNumber(value);
}

const english: Readonly<Record<string, string>> = {
  元: 'CNY',
  美元: 'USD',
  人: 'people',
  名: 'people',
  人次: 'visits',
  户: 'households',
  家: 'firms',
  个: '',
  项: 'items',
  套: 'homes',
  台: 'sets',
  件: 'items',
  条: 'items',
  所: 'sites',
  座: 'sites',
  次: 'times',
  辆: 'vehicles',
  分钟: 'min',
  小时: 'h',
  天: 'days',
  年: 'years',
  公里: 'km',
  千米: 'km',
  米: 'm',
  平方米: 'm²',
  平方公里: 'km²',
  立方米: 'm³',
  公顷: 'ha',
  亩: 'mu',
  吨: 't',
  千瓦: 'kW',
  千瓦时: 'kWh',
  百分点: 'pp',
  个百分点: 'pp',
  岁: 'years old',
  '微克/立方米': 'μg/m³',
  '%': '%',
  '‰': '‰',
};
export const englishUnit = (unit: string): string | undefined => english[unit];

/** The value in plain numbers and an English unit where 万 or 亿, or a Chinese unit, hides it; absent where neither does. */
export function siText(of: Pick<ReportStatement, 'valueSi' | 'unitSi' | 'unit'>): string | undefined {
  const unit = englishUnit(of.unitSi) ?? of.unitSi;
  if (typeof of.valueSi !== 'number' || (of.unit === of.unitSi && unit === of.unit)) return undefined;
  if (unit === '' && of.unit === of.unitSi) return undefined; // 个: the number alone would stand twice
  return `${shortNumber(of.valueSi)} ${unit}`.trim();
}
