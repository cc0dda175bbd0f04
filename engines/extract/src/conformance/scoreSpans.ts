import { scoreOf, type Score } from './score.ts';

export interface SpanScores<A, R> {
  readonly annotated: number;
  readonly read: number;
  readonly hits: number;
  readonly score: Score;
  readonly missed: readonly A[];
  readonly surplus: readonly R[];
}

/** Each annotated row takes the first that is left of those that meet it. */
export function scoreSpans<A, R>(
  annotated: readonly A[],
  read: readonly R[],
  meets: (row: A, met: R) => boolean,
): SpanScores<A, R> {
  const left = new Set(read);
  const missed: A[] = [];
  for (const row of annotated) {
    const met = left.values().find((one) => meets(row, one));
    if (met === undefined) missed.push(row);
    else left.delete(met);
  }
  const hits = annotated.length - missed.length;
  return {
    annotated: annotated.length,
    read: read.length,
    hits,
    score: scoreOf(hits, annotated.length, read.length),
    missed,
    surplus: [...left],
  };
}
