import { nothing } from './clause.ts';
import { comparisonsOf } from './comparisons.ts';
import { groupFrom } from './groups.ts';
import { findMarks } from './marks/findMarks.ts';
import type { Mark } from './marks/mark.ts';
import type { Row } from './row.ts';
import { rowsOfClause } from './rowsOfClause.ts';
import {
  beforeNext,
  clauseBefore,
  leftBoundary,
  rightBoundary,
  sharedTail,
  withList,
  withoutQualifiers,
} from './words/boundaries.ts';
import { readLeft } from './words/left.ts';

/** The quantified statements of one sentence, text[start, end), in order. */
export function rowsOfSentence(text: string, start: number, end: number): Row[] {
  const marks = findMarks(text, start, end);
  const rows: Row[] = [];
  let carried = nothing;
  const qualifiers: Mark[] = [];
  let share: Row | undefined;
  let consumed = start;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined) break;
    if (mark.start < consumed) continue;
    if (mark.role === 'qualifier') {
      qualifiers.push(mark);
      continue;
    }
    const group = groupFrom(text, marks, index);
    const boundary = leftBoundary(text, consumed, mark, rows.length > 0);
    const found = text.slice(boundary.at, mark.start);
    // 惠及上千万家: 上 belongs to the number.
    const words = mark.quantity.chinese && /[^以之及]上$/.test(found) ? found.slice(0, -1) : found;
    if (boundary.mark !== '、' && boundary.mark !== '') carried = { ...carried, verb: '', newVerb: '', counted: false };
    const left = readLeft(withoutQualifiers(words, boundary.at, qualifiers, text));
    if (left.subject === '' && carried.subject === '' && boundary.at > start + 1) {
      // 经济增长目标，设定为6%: the clause before names the metric.
      carried = { ...carried, subject: readLeft(clauseBefore(text, start, boundary.at - 1)).subject };
    }
    // 实施项目80个，总投资9亿元，开工50个: what is counted again is what was counted before.
    if (left.subject === '' && left.emptyVerb && mark.role === 'value' && rows.at(-1)?.unit !== mark.quantity.unit) {
      const same = rows.findLast(({ unit }) => unit === mark.quantity.unit && mark.quantity.unitClass === 'count');
      if (same !== undefined) carried = { ...carried, subject: same.metric };
    }
    const next = marks.slice(index + group.length).find(({ role }) => role !== 'qualifier');
    const last = group.at(-1) ?? mark;
    const until = last.until ?? last.end;
    const whole = rightBoundary(text, until, end);
    const right = withList(text, beforeNext(text, until, whole, mark, next), whole, end, next);
    const built = rowsOfClause({
      text,
      group,
      left,
      words,
      right,
      tail: sharedTail(text, right, next),
      quoteStart: boundary.at,
      quoteEnd: until + right.length,
      carried,
      qualifiers,
      share,
    });
    const before = rows.at(-1);
    rows.push(...built.rows.map((row) => pressedOn(row, before, words, left.subject)));
    consumed = built.consumed;
    carried = { ...built.carried, recent: [...carried.recent, ...built.rows.map((row) => row.metric)].slice(-6) };
    share = built.share;
    qualifiers.length = 0;
    index += group.length - 1;
  }
  const comparisons = comparisonsOf(text, start, end, rows);
  if (comparisons.length === 0) return rows;
  return [...rows, ...comparisons].sort((a, b) => a.span.start - b.span.start);
}

/** 增长6%、力争7%: the second is a rate as the first is. */
function pressedOn(row: Row, before: Row | undefined, words: string, subject: string): Row {
  const more = subject === '' && /(?:力争|争取|奋斗目标|冲刺)[^，。；、0-9]{0,6}$/.test(words);
  return more && row.change === 'share' && before?.change === 'growth_rate' && before.unitSi === row.unitSi
    ? { ...row, change: 'growth_rate' }
    : row;
}
