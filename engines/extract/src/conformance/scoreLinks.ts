import type { LinkRow } from '../goldRows/index.ts';
import { scoreSpans, type SpanScores } from './scoreSpans.ts';

export type AnnotatedLink = Pick<LinkRow, 'metric' | 'fact' | 'target'>;

/** In characters. */
const slack = 3;

/** A hit: both values begin where they were annotated, but for a few characters. */
export function scoreLinks<R extends Omit<AnnotatedLink, 'metric'>>(
  annotated: readonly AnnotatedLink[],
  read: readonly R[],
): SpanScores<AnnotatedLink, R> {
  return scoreSpans(
    annotated,
    read,
    (row, met) => Math.abs(row.fact - met.fact) <= slack && Math.abs(row.target - met.target) <= slack,
  );
}
