import { arabicNumeralAt, chineseNumeralAt, isArabicDigitAt, isChineseNumeralAt } from '../../tokens/numerals.ts';
import type { Quantity } from '../../tokens/quantity.ts';
import type { Mark } from './mark.ts';

const rankPattern = /第([0-9]{1,3}|[一二三四五六七八九十]{1,3})(位|名)?(?![届次批季期轮个代方者产时])|(?:首位|榜首)/g;

const rankVerb =
  /(?:居|列|排名?|位|跃升?至|升至|进位至?|获|蝉联|名列|排|跃居|均|均居|保持|全国|全省|全球|世界|城市)[^，。；、]{0,12}$|(?:全[国省市县区州球盟]|[城郊]区|区县|县市|县区|市县|省份|城市)$/;

/** 居全国第4位, 稳居首位, 跃至第21位, 蝉联全国城市第一. */
export function findRanks(text: string, start: number, end: number): Mark[] {
  const sentence = text.slice(start, end);
  const marks: Mark[] = [];
  for (const found of sentence.matchAll(rankPattern)) {
    const left = sentence.slice(Math.max(0, found.index - 18), found.index);
    const right = sentence.slice(found.index + found[0].length, found.index + found[0].length + 3);
    const firstPlace = found[1] === undefined;
    if (!rankVerb.test(left)) continue;
    // 首位度, 第一时间, 第一百货: the word goes on.
    if (!/^(?:[，。；、！）)]|$|的|方阵$|[和与]第)/.test(right) && !(found[2] !== undefined)) continue;
    if (right.startsWith('方阵')) continue;
    const value = firstPlace ? 1 : rankValue(found[1] ?? '');
    if (value === undefined) continue;
    const at = start + found.index;
    marks.push({
      role: 'rank',
      quantity: countOf(at, found[0].length, value, '位', 'rank'),
      start: at,
      end: at + found[0].length,
    });
  }
  return marks;
}

function rankValue(words: string): number | undefined {
  if (isArabicDigitAt(words, 0)) return arabicNumeralAt(words, 0).value;
  return isChineseNumeralAt(words, 0) ? chineseNumeralAt(words, 0)?.value : undefined;
}

export function countOf(
  start: number,
  length: number,
  value: number,
  unit: string,
  unitClass: Quantity['unitClass'],
): Quantity {
  return { start, end: start + length, values: [value], form: 'single', unit, unitClass, more: false, chinese: true };
}
