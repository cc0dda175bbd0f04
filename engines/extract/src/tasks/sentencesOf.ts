import type { Span } from '../reading.ts';

/** A sentence as its clauses: what stands between commas, semicolons and colons. */
export interface Clause extends Span {
  /** What ended it: a mark, or '' at the paragraph's end. */
  readonly mark: string;
}

const codesOf = (marks: string): ReadonlySet<number> => new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
const clauseMarks = codesOf(',，;；:：。!！?？…');
const sentenceMarks = codesOf('。!！?？…');
const pairs: ReadonlyMap<number, number> = new Map(
  ['（）', '()', '《》', '“”', '「」', '【】'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);
const fullStop = '。'.charCodeAt(0);
/** A bracket or quote whose partner doesn't follow within so many characters was lost on the way to us: it holds nothing together. */
const bracketReach = 60;
/** Noise without an end of sentence is cut, so that memory stays bounded. */
const longestSentence = 256;

/**
 * The sentences of one paragraph, each as its clauses, without white space at their ends. Text inside brackets or quotes isn't cut.
 * Linear: a bracket looks at most {@link bracketReach} characters ahead.
 */
export function* sentencesOf(text: string, paragraph: Span): Generator<readonly Clause[]> {
  let clauses: Clause[] = [];
  let from = paragraph.start;
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = text.charCodeAt(at);
    if (isHan(mark)) continue;
    const partner = pairs.get(mark);
    if (partner !== undefined) {
      at = endOfBracket(text, at, partner, paragraph.end);
      continue;
    }
    if (!clauseMarks.has(mark) || isInsideNumber(text, at)) continue;
    pushClause(text, from, at, text.charAt(at), clauses);
    from = at + 1;
    if (sentenceMarks.has(mark) || clauses.length >= longestSentence) {
      if (clauses.length > 0) yield clauses;
      clauses = [];
    }
  }
  pushClause(text, from, paragraph.end, '', clauses);
  if (clauses.length > 0) yield clauses;
}

function pushClause(text: string, from: number, to: number, mark: string, clauses: Clause[]): void {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  if (start < end) clauses.push({ start, end, mark });
}

/** White space, and the invisible marks that web pages leave. */
const isBlank = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff;

/** Most of a text: no mark to look up. */
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

function endOfBracket(text: string, at: number, partner: number, limit: number): number {
  const reach = Math.min(limit, at + bracketReach);
  const opening = text.charCodeAt(at);
  for (let end = at + 1; end < reach; end += 1) {
    const mark = text.charCodeAt(end);
    if (mark === partner) return end;
    if (mark === opening || mark === fullStop) return at;
  }
  return at;
}

function isInsideNumber(text: string, at: number): boolean {
  const mark = text.charAt(at);
  return (mark === ',' || mark === ':') && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
