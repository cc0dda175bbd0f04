import type { Section, Span, Task } from '../reading.ts';
import { paragraphsOf } from '../sections/paragraphs.ts';
import { holdsQuantity } from './holdsQuantity.ts';
import type { Predicate } from './predicate.ts';
import { looksBack, promisingClauses, turnsAhead } from './promisingClauses.ts';
import { readPredicate } from './readPredicate.ts';
import { sectionsAt } from './sectionsAt.ts';
import { sentencesOf } from './sentencesOf.ts';

/** Longer than this no clause of a report is; it is noise. */
const longestClause = 240;
/** 一、 (一) 1. 一是: what numbers a clause is no part of it. */
const marker =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．.]|[一二三四五六七八九十]{1,3}是(?=[^一])|第[一二三四五六七八九十]{1,2}[，,、]?|[0-9]{1,2}[.．、)）]|[（(][0-9]{1,2}[）)]|[①-⑳]|[—-]{1,2}|[■●◆▪•])\s*/u;
/** After the closing call come appendices, in sentences, and what the page adds, in words without one. */
const closing = /(?:更加紧密地?|紧密)团结在以/u;
const pageChrome = 400;
const expected = /预期目标|主要目标|目标任务(?:是|为)?$/u;

/**
 * The commitments without a number of a work report, in the order of the text: clause by clause where the sections hold targets (kind), and,
 * where no section tells, wherever the text isn't about the past. Works a paragraph at a time; the time is linear in the text's length.
 */
export function* findTasks(text: string, sections: readonly Section[]): Generator<Task> {
  const standingAt = sectionsAt(sections);
  const told = sections.some(({ kind }) => kind !== null);
  let count = 0;
  let closed = false;
  for (const paragraph of paragraphsOf(text)) {
    if (
      closed &&
      text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + pageChrome)).indexOf('。') === -1
    )
      continue;
    closed ||= closing.test(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 200)));
    for (const { span, predicate } of promisesOf(text, paragraph)) {
      const standing = standingAt(span.start);
      if (told ? standing.kind !== 'target' : standing.kind === 'fact') continue;
      count += 1;
      yield taskOf(`t${count}`, span, predicate, standing);
    }
  }
}

type Standing = ReturnType<ReturnType<typeof sectionsAt>>;

function taskOf(id: string, span: Span, predicate: Predicate, standing: Standing): Task {
  const { verb, object, modifier, modality, confidence } = predicate;
  const { section, theme, period } = standing;
  return {
    id,
    section,
    theme,
    period,
    verb,
    object,
    modifier,
    ...(modality === undefined ? {} : { modality }),
    span,
    confidence: standing.kind === 'target' ? confidence : confidence / 2,
  };
}

function* promisesOf(text: string, paragraph: Span): Generator<{ span: Span; predicate: Predicate }> {
  let past = looksBack(text.slice(paragraph.start, paragraph.start + 24).trimStart());
  for (const sentence of sentencesOf(text, paragraph)) {
    past &&= !turnsAhead(text.slice(sentence[0]?.start, sentence[0]?.end));
    if (past) continue;
    const expectsOutcome = sentence.some(({ start, end }) => expected.test(text.slice(Math.max(start, end - 12), end)));
    for (const clause of promisingClauses(text, sentence)) {
      if (clause.end - clause.start > longestClause) continue;
      const span = withoutQuantity(text, withoutMarker(text, clause));
      const predicate = span === undefined ? undefined : readPredicate(wordsOf(text, span), { expectsOutcome });
      if (span !== undefined && predicate !== undefined) yield { span, predicate };
    }
  }
}

/** A line break inside a sentence (a page's end) stands inside words too: 稳⏎定. */
function wordsOf(text: string, { start, end }: Span): string {
  const said = text.slice(start, end);
  return said.includes('\n') ? said.replaceAll(/[\s\u200b]+/gu, '') : said;
}

function withoutMarker(text: string, clause: Span): Span {
  const matched = marker.exec(text.slice(clause.start, clause.end));
  return { start: clause.start + (matched?.[0].length ?? 0), end: clause.end };
}

/** 全面建成三期、总里程达到五百公里: the part before the quantity's own predicate is a task; a clause that is all quantity is none. */
function withoutQuantity(text: string, clause: Span): Span | undefined {
  const said = text.slice(clause.start, clause.end);
  if (!holdsQuantity(said)) return clause;
  for (let at = said.indexOf('、'); at !== -1; at = said.indexOf('、', at + 1)) {
    if (!/^(?:[^、等]{0,16}(?:达|超|突破|不低于|控制在|增长)|新增|新建|建成|完成)/u.test(said.slice(at + 1))) continue;
    if (!holdsQuantity(said.slice(0, at))) return { start: clause.start, end: clause.start + at };
  }
  return undefined;
}
