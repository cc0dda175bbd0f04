import { findQuantities } from '../../tokens/findQuantities.ts';
import type { Quantity } from '../../tokens/quantity.ts';
import { cueLength } from '../comparator.ts';
import { isBareValue } from './bareValues.ts';
import { isChineseValue } from './chineseValues.ts';
import { durationUnits, isTimeValue } from './durations.ts';
import { joinLists } from './fromListToList.ts';
import { changeFrom } from './fromTo.ts';
import type { Mark } from './mark.ts';
import { isName } from './names.ts';
import { isQualifier } from './qualifiers.ts';
import { findRanks } from './ranks.ts';
import { findCrowns, streakOf } from './streaks.ts';

/** All that counts in text[start, end), a sentence, in order. Dates, ordinals, names of numbers and slogans are left out. */
export function findMarks(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  let from = start;
  for (const quantity of findQuantities(text, start, end)) {
    if (quantity.start < from) continue;
    const mark = markOf(text, quantity, start, end);
    if (mark === undefined) continue;
    marks.push(mark);
    from = mark.end;
  }
  for (const mark of [...findRanks(text, start, end), ...findCrowns(text, start, end)]) {
    if (!marks.some((other) => other.start < mark.end && mark.start < other.end)) marks.push(mark);
  }
  return joinLists(
    text,
    marks.sort((a, b) => a.start - b.start),
  );
}

/** 由26:31:43调整为24:35:41, 高于12%的目标1.4个百分点: what it was, and what it is compared with. */
function isBaseline({ form, unitClass }: Quantity, left: string, right: string): boolean {
  if (form === 'ratio') return /[由从][^，。；、由从]{0,10}$/.test(left) && /^[^，。；、\d]{0,6}[为到至]\d/.test(right);
  return unitClass === 'percent' && /^的?(?:预期|年度)?目标[0-9]/.test(right);
}

function markOf(text: string, quantity: Quantity, start: number, end: number): Mark | undefined {
  const left = text.slice(Math.max(start, quantity.start - 16), quantity.start);
  const right = text.slice(quantity.end, Math.min(end, quantity.end + 24));
  if (isName(text, quantity, left, right, start, end)) return undefined;
  const withCue = { start: quantity.start, end: quantity.end + cueLength(right) };
  const from = changeFrom(text, quantity, left, right, end);
  if (from !== undefined) return from;
  if (isBaseline(quantity, left, right)) return undefined;
  const streak = streakOf(quantity, left);
  if (streak !== undefined) return streak;
  if (durationUnits.has(quantity.unit) && !isTimeValue(quantity, left, right)) return undefined;
  if (quantity.unitClass === 'none' && quantity.form !== 'ratio' && !isBareValue(quantity, left, right))
    return undefined;
  if (quantity.chinese && !isChineseValue(quantity, left, right)) return undefined;
  const role = isQualifier(quantity, left, right) ? 'qualifier' : 'value';
  return { role, quantity, ...withCue };
}
