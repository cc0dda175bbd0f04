import type { Quantity } from './quantity.ts';
import { arabicNumeralAt, chineseNumeralAt, isArabicDigitAt, isChineseNumeralAt, type Numeral } from './numerals.ts';
import { multipleAt, unitAt, exactly, type Unit } from './units.ts';

/** Between the bounds of a range: 5%—5.5%, 20万至60万, 35-40个. */
const rangeMarks = new Set(['—', '–', '-', '－', '～', '~', '至', '到']);
const ratioMarks = new Set(['∶', ':', '：', '比']);

/** A number with what belongs to it: 3400 多 万 人次. */
interface Measured {
  readonly numeral: Numeral;
  readonly end: number;
  readonly factor: number;
  readonly multiple: string;
  readonly unit: Unit | undefined;
  readonly more: boolean;
}

/** All numbers of text[start, end) with their units, in order. Numbers that are names (PM2.5, G20) are left out. */
export function* findQuantities(text: string, start: number, end: number): Generator<Quantity> {
  for (let at = start; at < end;) {
    const numeral = numeralAt(text, at);
    if (numeral === undefined) {
      at += 1;
      continue;
    }
    if (isPartOfName(text, numeral)) {
      at = numeral.end;
      continue;
    }
    const quantity = signed(text, quantityAt(text, numeral, end));
    if (quantity === undefined) {
      at = numeral.end;
      continue;
    }
    yield quantity;
    at = quantity.end;
  }
}

function numeralAt(text: string, at: number): Numeral | undefined {
  if (isArabicDigitAt(text, at)) return arabicNumeralAt(text, at);
  return isChineseNumeralAt(text, at) ? chineseNumeralAt(text, at) : undefined;
}

/** PM2.5, PM_2.5, G20, 5G, 0571-85253688: letters and underscores join a number to a name. */
function isPartOfName(text: string, { start, end, chinese }: Numeral): boolean {
  if (chinese) return false;
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (/[A-Za-z_.Ａ-Ｚａ-ｚ]/.test(before)) return true;
  // A line that breaks inside PM2.5 leaves the letters on the line before.
  if (/PM\s{0,3}$/.test(text.slice(Math.max(0, start - 6), start))) return true;
  return /[A-DF-SU-Za-z_.]/.test(after) && !/^(?:TEU|EFLOPS|PFLOPS|PB|TB)/.test(text.slice(end, end + 6));
}

function quantityAt(text: string, numeral: Numeral, end: number): Quantity | undefined {
  const first = measuredAt(text, numeral);
  const mark = text[first.end];
  const second = mark === undefined ? undefined : nextNumeral(text, first.end + 1, end);
  if (second !== undefined && !numeral.chinese) {
    if (mark === '+' && first.unit === undefined) {
      const last = measuredAt(text, second);
      if (last.unit?.class === 'count') return joined('sum', [first, last]);
    }
    if (ratioMarks.has(mark ?? '') && first.unit === undefined && first.multiple === '') {
      const parts = ratioFrom(text, first, end);
      // 2.50:1 is 2.50 to one.
      if (parts.length === 2 && parts[1]?.numeral.value === 1 && numeral.value >= 1) return toOne(first, parts[1].end);
      if (parts.length >= 3 || (parts.length === 2 && mark !== ':' && mark !== '：')) return joined('ratio', parts);
    }
    if (rangeMarks.has(mark ?? '')) {
      const last = measuredAt(text, second);
      if (isRange(first, last)) return joined('range', [first, last]);
    }
  }
  if (first.unit === undefined && first.multiple === '' && numeral.chinese) return undefined;
  return joined('single', [first]);
}

/** 增长-1.2%: a minus stands only after a word that calls for a number; 5-6 and 2030-02 have none. */
function signed(text: string, quantity: Quantity | undefined): Quantity | undefined {
  if (
    quantity === undefined ||
    quantity.chinese ||
    !/[长速为达幅率降][-－−]$/.test(text.slice(Math.max(0, quantity.start - 2), quantity.start))
  ) {
    return quantity;
  }
  return { ...quantity, start: quantity.start - 1, values: quantity.values.map((value) => -value) };
}

function toOne(first: Measured, end: number): Quantity {
  return { ...joined('single', [first]), end };
}

function nextNumeral(text: string, at: number, end: number): Numeral | undefined {
  return at < end && isArabicDigitAt(text, at) ? arabicNumeralAt(text, at) : undefined;
}

function measuredAt(text: string, numeral: Numeral): Measured {
  let at = numeral.end;
  let more = false;
  const skipMore = (): void => {
    if (text[at] === '多' || text[at] === '余' || (text[at] === '几' && !numeral.chinese)) {
      const next = text[at + 1] ?? '';
      if (multipleAt(text, at + 1) !== undefined || unitAt(text, at + 1) !== undefined || !/[一-龥]/.test(next)) {
        more = true;
        at += 1;
      }
    }
  };
  skipMore();
  let factor = 1;
  let multiple = '';
  const found = numeral.chinese ? undefined : multipleAt(text, at);
  if (found !== undefined) {
    factor = found.factor;
    multiple = found.name;
    at += found.name.length;
    skipMore();
  }
  const unit = unitAt(text, at);
  if (unit !== undefined) at += unit.name.length;
  // 5000元余, 3米多
  if (unit !== undefined && (text[at] === '余' || text[at] === '多') && /[，。；、）)]|$/.test(text[at + 1] ?? '')) {
    more = true;
    at += 1;
  }
  return { numeral, end: at, factor, multiple, unit, more };
}

function ratioFrom(text: string, first: Measured, end: number): Measured[] {
  const parts = [first];
  let last = first;
  while (ratioMarks.has(text[last.end] ?? '')) {
    const next = nextNumeral(text, last.end + 1, end);
    if (next === undefined) break;
    last = { numeral: next, end: next.end, factor: 1, multiple: '', unit: undefined, more: false };
    parts.push(last);
  }
  return parts;
}

/** Both bounds of one kind, and rising: 2022-10-28 and 2023—2025年 are dates. */
function isRange(first: Measured, last: Measured): boolean {
  if (last.unit === undefined && last.multiple === '') return false;
  if (last.unit?.name === '年' && last.multiple === '') return false;
  const sameUnit = first.unit === undefined || first.unit.name === last.unit?.name;
  const low = first.numeral.value * (first.multiple === '' && first.unit === undefined ? last.factor : first.factor);
  return sameUnit && low < last.numeral.value * last.factor;
}

function joined(form: Quantity['form'], parts: readonly Measured[]): Quantity {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a quantity has at least one number');
  // 20至60万: the multiple of the last holds for all. 20万至60万: each has the same.
  const values = parts.map(({ numeral, factor, multiple, unit }) => {
    const own = multiple === '' && unit === undefined ? last.factor : factor;
    return exactly((numeral.value * own) / last.factor);
  });
  return {
    start: first.numeral.start,
    end: last.end,
    values,
    form,
    unit: last.multiple + (last.unit?.name ?? ''),
    unitClass: last.unit?.class ?? 'none',
    more: parts.some(({ more }) => more),
    chinese: first.numeral.chinese,
  };
}
