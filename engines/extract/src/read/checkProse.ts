import { extractFaults } from '../faults.ts';

/** What kinds of characters a text is made of. */
export interface Census {
  /** Anything that is no blank. */
  visible: number;
  han: number;
  /** Kana and hangul. */
  neighbours: number;
  otherLetters: number;
  /** Control characters, private use, replacement characters: what no writer types. */
  strange: number;
  /** Letters that stand in runs longer than any word: encoded data. */
  inLongRuns: number;
  /** The run that the text so far ends in. */
  run: number;
}

const longestWord = 40;

export function startCensus(): Census {
  return { visible: 0, han: 0, neighbours: 0, otherLetters: 0, strange: 0, inLongRuns: 0, run: 0 };
}

/** Counts in a further piece of the text. */
export function countIn(census: Census, piece: string): void {
  for (let index = 0; index < piece.length; index += 1) {
    const code = piece.charCodeAt(index);
    if (isOfWord(code)) census.run += 1;
    else if (census.run > 0) endRun(census);
    if (isBlank(code)) continue;
    census.visible += 1;
    if (isHan(code)) census.han += 1;
    else if (isStrange(code)) census.strange += 1;
    else if (isNeighbour(code)) census.neighbours += 1;
    else if (isOtherLetter(code)) census.otherLetters += 1;
  }
}

function endRun(census: Census): void {
  if (census.run > longestWord) census.inLongRuns += census.run;
  census.run = 0;
}

/**
 * Sees that what was counted is Chinese prose.
 * @throws extract.empty for blanks alone; extract.noise for garbled or encoded data; extract.noText for figures alone; extract.otherLanguage.
 */
export function judgeCensus(census: Census, name: string): void {
  endRun(census);
  const { visible, han, neighbours, otherLetters, strange, inLongRuns } = census;
  if (visible === 0) throw extractFaults.empty({ name });
  if (strange * 100 > visible) throw extractFaults.noise({ name });
  const letters = han + neighbours + otherLetters;
  if (inLongRuns * 2 > letters) throw extractFaults.noise({ name });
  if (letters === 0) throw extractFaults.noText({ name });
  if (han * 10 < letters || neighbours * 4 > han) throw extractFaults.otherLanguage({ name });
}

/** Sees that a whole text is Chinese prose. @throws as `judgeCensus`. */
export function checkProse(text: string, name: string): void {
  const census = startCensus();
  countIn(census, text);
  judgeCensus(census, name);
}

/** Letters, digits, and the two signs of base64. */
function isOfWord(code: number): boolean {
  return isLatin(code) || (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2f;
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0x200b ||
    code === 0xfeff
  );
}

function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}

function isNeighbour(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7a3);
}

/** Latin, Greek, Cyrillic and the scripts up to Tibetan, Thai and Ethiopic; punctuation and signs count as no letters. */
function isOtherLetter(code: number): boolean {
  return code < 0xc0 ? isLatin(code) : code < 0x2000 && code !== 0xd7 && code !== 0xf7;
}

function isStrange(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code >= 0xfffd || (code >= 0xe000 && code <= 0xf8ff);
}
