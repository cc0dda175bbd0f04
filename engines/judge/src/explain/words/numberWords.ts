import type { Bilingual } from '@yiwang/messages';
import { scaledText, type Scaled } from '../scaledNumber.ts';

/** Units that English has words for; others are printed as they are. */
const english: Readonly<Record<string, string>> = {
  元: 'yuan',
  人: 'people',
  天: 'days',
  日: 'days',
  个月: 'months',
  月: 'months',
  年: 'years',
  项: 'items',
  件: 'items',
  个: '',
  家: 'firms',
  平方米: 'm²',
  亩: 'mu',
  米: 'm',
  千米: 'km',
  公里: 'km',
  吨: 't',
  吨标准煤: 'tce',
  千瓦时: 'kWh',
  分: 'points',
  次: 'times',
};
const singular: Readonly<Record<string, string>> = {
  people: 'person',
  days: 'day',
  months: 'month',
  years: 'year',
  items: 'item',
  firms: 'firm',
  points: 'point',
  times: 'time',
};

/**
 * A number as each language's reader expects it, exact: 4,800,000 元 is `480 万元` and `4.8 million yuan`; where it is not
 * short that way, its digits in groups of three.
 */
export function numberWords(value: Scaled, unit: string): Bilingual {
  return { zh: zhNumber(value, unit), en: enNumber(value, unit) };
}

function zhNumber(value: Scaled, unit: string): string {
  const size = absolute(value);
  const short = shortOf(size, 8) ?? shortOf(size, 4);
  const large = short === undefined || unit.startsWith('万') || unit === '%' ? undefined : short;
  const text = large === undefined ? grouped(size) : `${scaledText(large.value)} ${large.power === 8 ? '亿' : '万'}`;
  const joined = large === undefined && unit !== '' && unit !== '%' ? `${text} ${unit}` : `${text}${unit}`;
  return `${value.digits < 0n ? '-' : ''}${joined}`;
}

function enNumber(value: Scaled, unit: string): string {
  if (unit.startsWith('万') && unit.length > 1) {
    return enNumber({ digits: value.digits * 10_000n, decimals: value.decimals }, unit.slice(1));
  }
  const size = absolute(value);
  const short = shortOf(size, 9) ?? shortOf(size, 6);
  const text =
    short === undefined ? grouped(size) : `${grouped(short.value)} ${short.power === 9 ? 'billion' : 'million'}`;
  const many = Object.hasOwn(english, unit) ? (english[unit] ?? '') : unit;
  const word = text === '1' ? (singular[many] ?? many) : many;
  const joined = word === '' || word === '%' ? `${text}${word}` : `${text} ${word}`;
  return `${value.digits < 0n ? '-' : ''}${joined}`;
}

const absolute = ({ digits, decimals }: Scaled): Scaled => ({ digits: digits < 0n ? -digits : digits, decimals });

/** The value in units of 10^power, where that is at least 1 and has two decimals at most. */
function shortOf(value: Scaled, power: 4 | 6 | 8 | 9): { readonly value: Scaled; readonly power: number } | undefined {
  const decimals = value.decimals + power;
  if (value.digits < 10n ** BigInt(decimals)) return undefined;
  const shown = { digits: value.digits, decimals };
  const fraction = scaledText(shown).split('.')[1] ?? '';
  return fraction.length <= 2 ? { value: shown, power } : undefined;
}

/** 1,234,567.8 */
function grouped(value: Scaled): string {
  const [whole = '0', fraction] = scaledText(value).split('.');
  const text = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? text : `${text}.${fraction}`;
}
