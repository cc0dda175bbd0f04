import type { Comparator, Link, Statement } from '../reading.ts';

/** A fact and a target on one metric as the annotated reports write it: each named by the place of its value. */
export interface LinkRow {
  readonly id: string;
  readonly metric: string;
  /** Where the fact's and the target's values begin. */
  readonly fact: number;
  readonly fact_period: string | null;
  readonly fact_value: Statement['value'];
  readonly target: number;
  readonly target_period: string | null;
  readonly target_comparator: Comparator;
  readonly target_value: Statement['value'];
  readonly unit: string;
  readonly confidence: number;
}

/** @param find the statement of an id; undefined where either is not there, as in a reading of which rows were taken out */
export function linkRow(link: Link, find: (id: string) => Statement | undefined): LinkRow | undefined {
  const [fact, target] = [find(link.fact), find(link.target)];
  if (fact === undefined || target === undefined) return undefined;
  return {
    id: link.id,
    metric: link.metric,
    fact: fact.span.start,
    fact_period: fact.period,
    fact_value: fact.value,
    target: target.span.start,
    target_period: target.period,
    target_comparator: target.comparator,
    target_value: target.value,
    unit: target.unit,
    confidence: link.confidence,
  };
}
