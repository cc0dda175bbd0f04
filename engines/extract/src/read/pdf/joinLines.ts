import type { PdfLine } from './pdfLine.ts';
import { reachesMargin } from './reachesMargin.ts';

/** The margins between which a page's text is set. */
interface Margins {
  readonly left: number;
  readonly right: number;
}

const sentenceEnd = /[。！？：；…!?;:][”’」』）)"]?$/;
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2026]/;

/**
 * Paragraphs out of lines. A line goes on in the next one where it reaches the right margin, the letters are of one size, no wider gap than
 * usual lies between, and the next line isn't indented; where neither indents nor gaps tell paragraphs, a full line that ends a sentence
 * ends its paragraph too. Nothing is put between two Chinese characters.
 */
export function joinLines(pages: readonly (readonly PdfLine[])[]): readonly string[] {
  const lines = pages.flat();
  const whole = marginsOf(lines);
  const margins = pages.map((page) => (page.length >= 8 ? marginsOf(page) : whole));
  const marginsAt = new Map(lines.map((line) => [line, whole]));
  pages.forEach((page, index) => page.forEach((line) => marginsAt.set(line, margins[index] ?? whole)));
  const usual = usualGap(lines);
  const spaced = wideGaps(lines, usual) * 20 >= lines.length;
  const indents = lines.filter((line) => isIndented(line, marginsAt.get(line) ?? whole)).length * 30 >= lines.length;
  const paragraphs: string[] = [];
  let previous: PdfLine | undefined;
  for (const line of lines) {
    const joins = previous !== undefined && goesOn(previous, line);
    if (joins) paragraphs.push(`${paragraphs.pop() ?? ''}${between(previous?.text ?? '', line.text)}${line.text}`);
    else paragraphs.push(line.text);
    previous = line;
  }
  return paragraphs;

  function goesOn(before: PdfLine, after: PdfLine): boolean {
    const here = marginsAt.get(before) ?? whole;
    const there = marginsAt.get(after) ?? whole;
    if (!reachesMargin(before, after, here.right)) return false;
    if (Math.abs(before.height - after.height) > before.height * 0.15) return false;
    const ends = sentenceEnd.test(before.text);
    if (isIndented(after, there)) return !ends && isCentred(after, there);
    if (before.page === after.page && isWide(before.y - after.y, usual)) return false;
    return indents || !ends || (spaced && before.page === after.page);
  }
}

function isIndented(line: PdfLine, margins: Margins): boolean {
  return line.left > margins.left + line.height * 0.9;
}

/** A title that takes two lines is set in the middle of both. */
function isCentred(line: PdfLine, margins: Margins): boolean {
  return Math.abs(line.left + line.right - margins.left - margins.right) < line.height;
}

/** The tenth and the ninth tenth of where lines begin and end, as headings and last lines keep away from the margins. */
function marginsOf(lines: readonly PdfLine[]): Margins {
  const at = (values: readonly number[], share: number) =>
    values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * share)] ?? 0;
  return {
    left: at(
      lines.map((line) => line.left),
      0.1,
    ),
    right: at(
      lines.map((line) => line.right),
      0.9,
    ),
  };
}

/** The middle distance from a line to the next below it. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps: number[] = [];
  let previous: PdfLine | undefined;
  for (const line of lines) {
    if (previous?.page === line.page && previous.y > line.y) gaps.push(previous.y - line.y);
    previous = line;
  }
  gaps.sort((one, other) => one - other);
  return gaps[Math.floor(gaps.length / 2)] ?? Infinity;
}

function isWide(gap: number, usual: number): boolean {
  return gap > usual * 1.2;
}

function wideGaps(lines: readonly PdfLine[], usual: number): number {
  let count = 0;
  let previous: PdfLine | undefined;
  for (const line of lines) {
    if (previous?.page === line.page && isWide(previous.y - line.y, usual)) count += 1;
    previous = line;
  }
  return count;
}

function between(before: string, after: string): string {
  if (wide.test(before.at(-1) ?? '') || wide.test(after[0] ?? '')) return '';
  return /[0-9-]$/.test(before) && /^[0-9]/.test(after) ? '' : ' ';
}
