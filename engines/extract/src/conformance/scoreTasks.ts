import type { TaskRow } from '../goldRows/index.ts';
import { scoreSpans, type SpanScores } from './scoreSpans.ts';

export type AnnotatedTask = Pick<TaskRow, 'id' | 'verb' | 'object' | 'start' | 'end'>;

/** A hit: the same verb, and what they share is at least half of either. */
export function scoreTasks<R extends Omit<AnnotatedTask, 'id'>>(
  annotated: readonly AnnotatedTask[],
  read: readonly R[],
): SpanScores<AnnotatedTask, R> {
  return scoreSpans(annotated, read, (row, met) => {
    const shared = Math.min(row.end, met.end) - Math.max(row.start, met.start);
    return row.verb === met.verb && shared >= (row.end - row.start) / 2 && shared >= (met.end - met.start) / 2;
  });
}
