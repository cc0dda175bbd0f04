import type { ReportSection } from '@yiwang/contract';
import { isWaiting, type Row, type Span, type StatementRow } from './rows.ts';
import type { Mark } from './segmentsOf.ts';

/**
 * What a statement is underlined by: from its metric to its value, as long as no other statement's value lies between
 * (the rate after the level) and 分别 hands none out; then its value alone, so that each has its own stretch.
 */
function stretchOf(of: StatementRow['of'], values: readonly Span[], at: number): Span {
  const { quote, span } = of;
  if (of.distributive !== undefined || quote.start > span.start || quote.end < span.end) return span;
  const before = values[at - 1];
  const after = values[at + 1];
  const isShared =
    (before !== undefined && before.end > quote.start && before.start < span.start) ||
    (after !== undefined && after.start < quote.end && after.start > span.start);
  return isShared ? span : quote;
}

/** The marks of all rows, by their start. Rows of a place that waits share all of it: where it is parted is the question. */
export function marksOf(rows: readonly Row[], sections: readonly ReportSection[]): readonly Mark[] {
  const statements = rows.filter((row) => row.is === 'statement').filter(({ removed }) => !removed);
  const values = statements.map((row) => row.of.span);
  const marks: Mark[] = statements.map((row, at) => ({
    ...(row.ambiguity !== undefined && isWaiting(row) ? row.ambiguity.span : stretchOf(row.of, values, at)),
    row: row.id,
    kind: row.kind,
    waiting: isWaiting(row),
    n: row.n,
  }));
  for (const row of rows) {
    if (row.is === 'task' && !row.removed) marks.push({ ...row.of.span, row: row.id, kind: 'task', n: row.n });
    if (row.is !== 'system') continue;
    const mentions = row.of.mentions.length === 0 ? [row.of.span] : row.of.mentions;
    for (const span of mentions) {
      const isFirst = span.start === row.of.span.start;
      marks.push({ ...span, row: row.id, kind: 'system', ...(isFirst ? { n: row.n } : {}) });
    }
  }
  for (const { heading } of sections) marks.push({ ...heading, row: '', kind: 'theme' });
  return marks.toSorted((a, b) => a.start - b.start);
}
