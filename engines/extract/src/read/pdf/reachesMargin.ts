import type { PdfLine } from './pdfLine.ts';

/** What can't be parted over a line end: opening marks, a number or word or one character, and the marks that may not begin a line. */
const firstUnit = /^[（“‘《「『(]{0,3}(?:[A-Za-z0-9.,+~/-]{1,40}|.)[，。、；：！？）”’》」』…·%％‰℃),.;:!?]{0,4}/u;

/**
 * Whether a line is full: what begins the next one would not have fitted in the room that is left before the right margin. So a line that
 * was broken before a long number is full though it ends early, and a heading that ends two characters before the margin is not.
 */
export function reachesMargin(line: PdfLine, next: PdfLine, rightMargin: number): boolean {
  const pitch = (line.right - line.left) / Math.max(1, unitsOf(line.text));
  const needed = unitsOf(firstUnit.exec(next.text)?.[0] ?? '') * Math.max(pitch, line.height * 0.9);
  return rightMargin - line.right < needed - line.height * 0.05;
}

/** The width of a text in Chinese characters: Latin letters and digits take half of one. */
function unitsOf(text: string): number {
  let units = 0;
  for (let index = 0; index < text.length; index += 1)
    units += text.charCodeAt(index) < 0x2e80 && !isWideMark(text.charCodeAt(index)) ? 0.5 : 1;
  return units;
}

/** “ ” ‘ ’ — … · are set as wide as a character in Chinese. */
function isWideMark(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2027) || code === 0xb7;
}
