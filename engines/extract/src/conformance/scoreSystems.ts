import type { SystemRow } from '../goldRows/index.ts';
import { scoreSpans, type SpanScores } from './scoreSpans.ts';

export type AnnotatedSystem = Pick<SystemRow, 'id' | 'name' | 'start' | 'end'>;

/** A hit: the spans overlap, and one name is the other or holds it. */
export function scoreSystems<R extends Omit<AnnotatedSystem, 'id'>>(
  annotated: readonly AnnotatedSystem[],
  read: readonly R[],
): SpanScores<AnnotatedSystem, R> {
  return scoreSpans(
    annotated,
    read,
    (row, met) =>
      row.start < met.end &&
      met.start < row.end &&
      met.name !== '' &&
      (met.name.includes(row.name) || row.name.includes(met.name)),
  );
}
