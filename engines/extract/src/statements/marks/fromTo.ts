import { findQuantities } from '../../tokens/findQuantities.ts';
import { isArabicDigitAt } from '../../tokens/numerals.ts';
import type { Quantity } from '../../tokens/quantity.ts';
import { cueLength } from '../comparator.ts';
import type { Mark } from './mark.ts';

/** 由1.87缩小至1.75, 从75.6%提升至76.5%, 从2020年的82.4岁提升至83.9岁. */
export function changeFrom(text: string, first: Quantity, left: string, right: string, end: number): Mark | undefined {
  const from = /(?:由|从)(?:[^，。；、由从]{0,10})$/.exec(left);
  if (from === null) return undefined;
  const to = /^[^，。；、\d]{0,8}?(?:至|到|为)(?:超过|超|近|约)?(?=\d)/.exec(right);
  if (to === null) return undefined;
  const at = first.end + to[0].length;
  if (!isArabicDigitAt(text, at)) return undefined;
  const second = findQuantities(text, at, end).next();
  if (second.done === true || second.value.form !== 'single') return undefined;
  const last = second.value;
  const sameUnit = first.unit === '' || last.unit === first.unit;
  // 由1.2亿元增至0.9万亿元 would need the multiples; both are kept only where they are the same.
  if (!sameUnit) return undefined;
  const quantity: Quantity = {
    ...last,
    start: first.start,
    values: [first.values[0] ?? 0, last.values[0] ?? 0],
  };
  const cue = cueLength(text.slice(last.end, last.end + 3));
  return { role: 'change', quantity, start: first.start - from[0].length, end: last.end + cue };
}
