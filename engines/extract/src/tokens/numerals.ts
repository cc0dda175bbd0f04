/** A number as it stands in the text, in Arabic (also full-width) or Chinese digits. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly chinese: boolean;
}

const digits = '零一二三四五六七八九';
const digitOf = new Map<string, number>(Array.from(digits, (digit, value) => [digit, value]));
digitOf.set('〇', 0).set('两', 2);
const placeOf = new Map<string, number>([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const bigOf = new Map<string, number>([
  ['万', 1e4],
  ['亿', 1e8],
]);

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

/** Whether an Arabic digit, half or full width, stands at `at`. */
export function isArabicDigitAt(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at));
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

const ascii = (text: string): string =>
  text
    .replace(/[０-９．，]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll(',', '');

/** 18109, 1,234.5 and ５．５: an Arabic number at `at`, where a digit stands. */
export function arabicNumeralAt(text: string, at: number): Numeral {
  let end = digitsEnd(text, at);
  // 1,234,567: groups of three, and never more or fewer.
  while (end - at <= 15 && text[end] === ',' && digitsEnd(text, end + 1) === end + 4) end += 4;
  if ((text[end] === '.' || text[end] === '．') && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1);
  return { start: at, end, value: Number(ascii(text.slice(at, end))), chinese: false };
}

/** One byte a UTF-16 code unit: this is asked of every character, and took a quarter of a report's time by three map lookups. */
const isNumeral = new Uint8Array(0x10000);
for (const characters of [digitOf, placeOf, bigOf]) {
  for (const character of characters.keys()) isNumeral[character.charCodeAt(0)] = 1;
}

/** Whether a Chinese digit or place (十 百 千 万 亿) stands at `at`. */
export function isChineseNumeralAt(text: string, at: number): boolean {
  return at < text.length && isNumeral[text.charCodeAt(at)] === 1;
}

/** 二十三, 一百零五, 三万亿, 二〇二二: the whole run of Chinese digits at `at`; undefined where it is no number (一二三 with places mixed). */
export function chineseNumeralAt(text: string, at: number): Numeral | undefined {
  let end = at;
  while (isChineseNumeralAt(text, end)) end += 1;
  if (end === at) return undefined;
  const value = valueOfChinese(text.slice(at, end));
  return value === undefined ? undefined : { start: at, end, value, chinese: true };
}

function valueOfChinese(run: string): number | undefined {
  if (!Array.from(run).some((character) => placeOf.has(character) || bigOf.has(character))) {
    // 二〇二二 is read digit by digit; 三 alone is three; 三五 (about three to five) is no number.
    if (run.length === 1) return digitOf.get(run);
    return run.length === 4
      ? Array.from(run).reduce((sum, digit) => sum * 10 + (digitOf.get(digit) ?? 0), 0)
      : undefined;
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of run) {
    const plain = digitOf.get(character);
    if (plain !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = plain;
      continue;
    }
    const place = placeOf.get(character);
    if (place !== undefined) {
      section += (digit ?? 1) * place;
      digit = undefined;
      continue;
    }
    const big = bigOf.get(character) ?? 1;
    section += digit ?? 0;
    digit = undefined;
    // 万亿: the multiples multiply; 三亿二千万: they add.
    if (section === 0) total = total === 0 ? big : total * big;
    else if (total > 0 && total < big) total = (total + section) * big;
    else total += section * big;
    section = 0;
  }
  return total + section + (digit ?? 0);
}
