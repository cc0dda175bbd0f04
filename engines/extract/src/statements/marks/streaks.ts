import { chineseNumeralAt } from '../../tokens/numerals.ts';
import type { Quantity } from '../../tokens/quantity.ts';
import type { Mark } from './mark.ts';
import { countOf } from './ranks.ts';

/** 八连冠: the eighth time in a row. */
export function findCrowns(text: string, start: number, end: number): Mark[] {
  return [...text.slice(start, end).matchAll(/([二三四五六七八九十]{1,2})连冠/g)].flatMap((found) => {
    const value = chineseNumeralAt(found[1] ?? '', 0)?.value;
    if (value === undefined) return [];
    const at = start + found.index;
    return [
      {
        role: 'streak',
        quantity: countOf(at, found[0].length, value, '次', 'count'),
        start: at,
        end: at + found[0].length,
      } as const,
    ];
  });
}

/** 连续15年, 连续8个季度 */
export function streakOf(quantity: Quantity, left: string): Mark | undefined {
  if (!/连续$|连年$/.test(left) || !/^(?:年|个?季度|个月|届|次)/.test(quantity.unit)) return undefined;
  return { role: 'streak', quantity, start: quantity.start - 2, end: quantity.end };
}
