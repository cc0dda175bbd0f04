import type { Language } from '@yiwang/messages';
import { numberOf } from '../words/format.ts';

/** Steps by which large sums are read: 万 and 亿 in Chinese, thousand, million and billion in English. */
const steps: Readonly<Record<Language, readonly { readonly from: number; readonly word: string }[]>> = {
  zh: [
    { from: 1e8, word: '亿' },
    { from: 1e4, word: '万' },
  ],
  en: [
    { from: 1e9, word: 'bn' },
    { from: 1e6, word: 'm' },
  ],
};

/** A sum of money to read at a glance: `1.63 亿元`, `CNY 163.0 m`. The exact one stands in the title. */
export function amountText(amount: string, language: Language): string {
  const value = Number(amount);
  const step = steps[language].find(({ from }) => Math.abs(value) >= from);
  const shown = step === undefined ? numberOf(value, value % 1 === 0 ? 0 : 2) : numberOf(value / step.from, 2);
  const sum = step === undefined ? shown : `${shown} ${step.word}`;
  return language === 'zh' ? `${sum}${step === undefined ? ' ' : ''}元` : `CNY ${sum}`;
}

/** To the last fen: `163 000 000.00`. */
export const exactAmount = (amount: string): string => {
  const [whole = '0', part] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u2009');
  return part === undefined ? grouped : `${grouped}.${part}`;
};

/** The difference of two exact amounts, to their smallest unit. */
export function differenceOf(before: string, after: string): string {
  const decimals = Math.max(decimalsOf(before), decimalsOf(after));
  const difference = scaled(after, decimals) - scaled(before, decimals);
  const digits = String(difference < 0n ? -difference : difference).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${difference < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

const decimalsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

function scaled(amount: string, decimals: number): bigint {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole + part.padEnd(decimals, '0'));
}

/** A change with its sign: `+1 204`, `−3`, `0`. */
export const signed = (value: number, text: (size: number) => string): string =>
  value === 0 ? text(0) : `${value > 0 ? '+' : '−'}${text(Math.abs(value))}`;
