import type { Span } from '../reading.ts';

const BREAK = /[，,。；;：:！!？?…\n\r\t \u3000]|——/gu;
const DIGIT = /[0-9０-９]/u;

/** The clauses of a paragraph: no name crosses a comma, a full stop, a colon or a space. */
export function* clausesOf(text: string, from: number, to: number): Generator<Span> {
  BREAK.lastIndex = from;
  let start = from;
  for (;;) {
    const mark = BREAK.exec(text);
    if (mark === null || mark.index >= to) break;
    if (mark[0] === ',' && DIGIT.test(text.charAt(mark.index - 1)) && DIGIT.test(text.charAt(mark.index + 1))) continue;
    if (mark.index > start) yield { start, end: mark.index };
    start = mark.index + mark[0].length;
    BREAK.lastIndex = start;
  }
  if (to > start) yield { start, end: to };
}

/** The lines of a text. */
export function* paragraphsOf(text: string): Generator<Span> {
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end > start) yield { start, end };
    start = end + 1;
  }
}
