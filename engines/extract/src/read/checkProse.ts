import { extractFaults } from '../faults.ts';

/** What kinds of characters a text is made of. */
interface Census {
  /** Anything that is no blank. */
  visible: number;
  han: number;
  /** Kana and hangul. */
  neighbours: number;
  otherLetters: number;
  /** Control characters, private use, replacement characters, unpaired surrogates: what no writer types. */
  strange: number;
  /** Letters that stand in runs longer than any word: encoded data. */
  inLongRuns: number;
}

const longestWord = 40;

/**
 * Sees that a text is Chinese prose, by counting its characters once.
 * @throws extract.empty for blanks alone; extract.noise for garbled or encoded data; extract.otherLanguage.
 */
export function checkProse(text: string, name: string): void {
  const { visible, han, neighbours, otherLetters, strange, inLongRuns } = census(text);
  if (visible === 0) throw extractFaults.empty({ name });
  if (strange * 100 > visible) throw extractFaults.noise({ name });
  const letters = han + neighbours + otherLetters;
  if (inLongRuns * 2 > letters) throw extractFaults.noise({ name });
  if (letters === 0) throw extractFaults.noText({ name });
  if (han * 10 < letters || neighbours * 4 > han) throw extractFaults.otherLanguage({ name });
}

function census(text: string): Census {
  const counts: Census = { visible: 0, han: 0, neighbours: 0, otherLetters: 0, strange: 0, inLongRuns: 0 };
  let run = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const latin =
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x30 && code <= 0x39) ||
      code === 0x2b ||
      code === 0x2f;
    if (latin) run += 1;
    else {
      if (run > longestWord) counts.inLongRuns += run;
      run = 0;
    }
    if (isBlank(code)) continue;
    counts.visible += 1;
    if (isHan(code)) counts.han += 1;
    else if (isStrange(code, text.charCodeAt(index + 1), text.charCodeAt(index - 1))) counts.strange += 1;
    else if (isNeighbour(code)) counts.neighbours += 1;
    else if (isOtherLetter(code)) counts.otherLetters += 1;
  }
  if (run > longestWord) counts.inLongRuns += run;
  return counts;
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
  if (code < 0xc0) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return code < 0x2000 && code !== 0xd7 && code !== 0xf7;
}

function isStrange(code: number, next: number, previous: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfffd || code >= 0xfffe) return true;
  if (code >= 0xe000 && code <= 0xf8ff) return true;
  if (code >= 0xd800 && code < 0xdc00) return !(next >= 0xdc00 && next < 0xe000);
  return code >= 0xdc00 && code < 0xe000 && !(previous >= 0xd800 && previous < 0xdc00);
}
