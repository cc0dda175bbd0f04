import type { Span } from '../reading.ts';
import { plainHeadingOf } from './plainHeading.ts';

/** Marks of a heading: 一、 is level 1, (一) level 2. */
const numbered = /^[一二三四五六七八九十]{1,3}、/;
const bracketed = /^[（(][一二三四五六七八九十]{1,3}[）)]/;
const appended = /^附件\s{0,2}[0-9０-９一二三四五六七八九十]{0,2}/;

export interface Marker {
  readonly level: 1 | 2;
  /** 一 or (一), as it stands in a section's path. */
  readonly label: string;
  /** How many characters the marker has. */
  readonly length: number;
}

/** The heading's marker with which these words begin. An appendix (附件) heads like 一、. */
export function markerOf(words: string): Marker | undefined {
  const first = numbered.exec(words);
  if (first !== null) return { level: 1, label: first[0].slice(0, -1), length: first[0].length };
  const second = bracketed.exec(words);
  if (second === null) {
    const third = appended.exec(words);
    return third === null ? undefined : { level: 1, label: '附件', length: third[0].length };
  }
  return { level: 2, label: `(${second[0].slice(1, -1)})`, length: second[0].length };
}

const blank = /^[\s\u200b\u3000\ufeff]*$/;
const ended = /[。！？；：:!?;…”』」）)】]$/;
/** Shorter lines are page chrome or titles, which end without a mark. */
const shortestBrokenLine = 10;

/**
 * Paragraphs of a text, without the blanks around them. A line that ends in the middle of a sentence (a page break, PM2.5 set apart in the
 * markup) goes on in the next one, also over blank lines.
 */
export function* paragraphsOf(text: string): Generator<Span> {
  let open: Span | undefined;
  let skipped = 0;
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, end);
    if (blank.test(line)) skipped += 1;
    else {
      const trimmed = trim(text, start, end);
      if (open !== undefined && goesOn(text, open, trimmed, skipped)) open = { start: open.start, end: trimmed.end };
      else {
        if (open !== undefined) yield open;
        open = trimmed;
      }
      skipped = 0;
    }
    start = end + 1;
  }
  if (open !== undefined) yield open;
}

function trim(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** The words of a short line; of a long one as many as show that it is long. */
const lineAt = (text: string, { start, end }: Span): string => text.slice(start, Math.min(end, start + 60));

function goesOn(text: string, open: Span, next: Span, skipped: number): boolean {
  const last = text.slice(Math.max(open.start, open.end - 40), open.end);
  const lastLine = last.slice(last.lastIndexOf('\n') + 1);
  const first = text.slice(next.start, Math.min(next.end, next.start + 8));
  // A bracket that was opened, or a closing mark at the line's start, leave no doubt.
  if (/[（(][A-Za-z]{1,4}$/.test(lastLine) || /^[）)，、。；]/.test(first)) return true;
  // So does the title of an appendix.
  if (/附件[ 0-9０-９一二三四五六七八九十]{0,3}\s{1,6}$/.test(text.slice(Math.max(0, open.start - 12), open.start)))
    return false;
  // A heading without a number ends with its line.
  if (lastLine.length === open.end - open.start && plainHeadingOf(lastLine) !== undefined) return false;
  if (
    ended.test(lastLine) ||
    plainHeadingOf(lineAt(text, next)) !== undefined ||
    markerOf(first) !== undefined ||
    /^[—●■◆]/.test(first)
  )
    return false;
  const longEnough = lastLine.length >= (skipped > 0 ? 16 : shortestBrokenLine) || /^[0-9.]+$/.test(lastLine);
  return longEnough && markerOf(text.slice(open.start, open.start + 8)) === undefined;
}
