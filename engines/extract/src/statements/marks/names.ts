import type { Quantity } from '../../tokens/quantity.ts';
import { durationUnits } from './durations.ts';

const nameAround = /^[^，。；、：]{0,12}?(?:圈|制$|专线|模式)/;

/** 2022年, 第十四届, 500强, “1612”, 15分钟…圈, 25·7, 成立100周年, 5000年文明. */
export function isName(
  text: string,
  quantity: Quantity,
  left: string,
  right: string,
  start: number,
  end: number,
): boolean {
  if (
    left.endsWith('第') ||
    left.endsWith('每') ||
    left.endsWith('前') ||
    isVersion(text, quantity) ||
    /[×xX]$/.test(left) ||
    /^(?:人口)?抽样/.test(right) ||
    /^强(?!度)/.test(right) ||
    /[·•]$/.test(left) ||
    /^[·•]/.test(right)
  )
    return true;
  if (quantity.unit === '年' && quantity.values.some((value) => value >= 1900 && value <= 2100)) return true;
  if (
    /^(?:月|日)$/.test(quantity.unit) &&
    quantity.values[0] !== undefined &&
    quantity.values[0] <= 31 &&
    !/历时|超过|缩短/.test(left)
  )
    return true;
  if (/^周$/.test(quantity.unit) && /^[年岁]/.test(right)) return true;
  if (/^年$/.test(quantity.unit) && /^(?:代|级|期|制|度|文明|历史|来|前|后|内|规划|行动|计划|提升)/.test(right))
    return true;
  if (durationUnits.has(quantity.unit) && nameAround.test(right) && !/以上|以下/.test(right.slice(0, 2))) return true;
  if (/^(?:届|期|轮|批)$/.test(quantity.unit) && quantity.chinese) return true;
  if (/^个$/.test(quantity.unit) && /^(?:方面|维度|层面|环节|阶段|关键词|坚持|必须|更加|重要)/.test(right)) return true;
  if (/^[人国城校]$/.test(quantity.unit) && /^(?:论坛|峰会|计划|工程|会谈)/.test(right)) return true;
  if (quantity.unitClass === 'physical' && /^[^，。；、]{0,4}行动/.test(right)) return true;
  if (/^[+＋]/.test(right) || (/[+＋]$/.test(left) && quantity.form === 'single')) return quantity.unitClass === 'none';
  return inQuotes(text, quantity, start, end);
}

/** 2.0版, 3.0方案 */
function isVersion(text: string, quantity: Quantity): boolean {
  return (
    quantity.form !== 'ratio' &&
    quantity.unitClass !== 'percent' &&
    /^\d{1,2}\.0(?!\d)[^%]/.test(text.slice(quantity.start, quantity.start + 6)) &&
    !/万|亿/.test(quantity.unit)
  );
}

/** Within “…” of a few characters and no comma it is part of a name. */
function inQuotes(text: string, quantity: Quantity, start: number, end: number): boolean {
  for (let at = quantity.start - 1; at >= Math.max(start, quantity.start - 14); at -= 1) {
    const character = text.charAt(at);
    if ('，。；”》'.includes(character)) return false;
    if (character === '“' || character === '《') {
      const close = text.indexOf(character === '“' ? '”' : '》', quantity.end);
      return close !== -1 && close < Math.min(end, at + 24) && !/[，。；]/.test(text.slice(at, close));
    }
  }
  return false;
}
