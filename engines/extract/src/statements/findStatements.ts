import type { Section, Span, Statement, StatementKind } from '../reading.ts';
import { rowsOfSentence } from './rowsOfSentence.ts';
import { unwrapped, type Unwrapped } from './unwrapped.ts';

/** The quantified facts and targets of a report, in the order of the text, paragraph by paragraph. */
export function* findStatements(text: string, sections: readonly Section[]): Generator<Statement> {
  let count = 0;
  for (const section of sections) {
    if (section.level !== 3 && section.heading.end < section.start) continue;
    const end = section.level === 3 ? section.end : section.heading.end;
    if (section.path === '附件' && section.kind === null) continue;
    const paragraph = unwrapped(text.slice(section.start, end));
    const words = fullWidth(paragraph.words);
    for (const [from, to] of sentencesOf(words)) {
      const sentence = words.slice(from, to);
      for (const row of rowsOfSentence(words, from, to)) {
        count += 1;
        yield {
          id: `s${String(count)}`,
          kind: kindOf(sentence, section),
          section: section.path,
          theme: section.title === '' || section.level < 3 ? null : section.title,
          period: periodOf(words.slice(from, row.span.start), section),
          ...row,
          span: placed(row.span, paragraph, section.start),
          quote: placed(row.quote, paragraph, section.start),
        };
      }
    }
  }
}

const wide: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['(', '（'],
  [')', '）'],
  ['!', '！'],
  ['?', '？'],
]);

/** Half-width marks as full-width ones, place for place; 1,234 keeps its comma, 2:30 its colon. */
function fullWidth(words: string): string {
  return words.replaceAll(/[,;:()!?]/g, (mark, at: number) =>
    (mark === ',' || mark === ':') && isDigit(words.charCodeAt(at - 1)) && isDigit(words.charCodeAt(at + 1))
      ? mark
      : (wide.get(mark) ?? mark),
  );
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Where these words stand in the report. Their end is that of their last character: a line break after it is not theirs. */
const placed = ({ start, end }: Span, { placeOf }: Unwrapped, by: number): Span => ({
  start: placeOf(start) + by,
  end: placeOf(Math.max(start, end - 1)) + (end > start ? 1 : 0) + by,
});

/** What goes on without a full stop for longer is cut, so that no text can make one sentence's work grow without bound. */
const longestSentence = 1200;

function* sentencesOf(text: string): Generator<readonly [number, number]> {
  let from = 0;
  const end = text.length;
  for (let at = 0; at < end; at += 1) {
    if ('。！？'.includes(text.charAt(at)) || at - from >= longestSentence) {
      yield [from, at];
      from = at + 1;
    }
  }
  if (from < end) yield [from, end];
}

function kindOf(sentence: string, section: Section): StatementKind {
  if (section.kind === 'target') return /^\s*(?:前期|目前|截至|去年|上年|过去)/.test(sentence) ? 'fact' : 'target';
  if (section.kind === 'fact') return 'fact';
  return /^今年(?!以来|上半年|前)|^明年|力争|确保|将|要|到20\d\d年|目标/.test(sentence) ? 'target' : 'fact';
}

/** 到2026年 holds to the end of the sentence, and so does 2016年 where a clause begins with it; 2016年以来 does not. */
function periodOf(before: string, section: Section): string | null {
  const until = [
    ...before.matchAll(
      /(?:(?:到|至|力争)|(?:^|[，；])\s{0,2}(?=(?:19|20)\d\d年(?:[^以起来至到—-]|$)))((?:19|20)\d\d)年/g,
    ),
  ].at(-1);
  if (until?.[1] !== undefined) return until[1];
  return section.period;
}
