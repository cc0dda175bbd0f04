import { predicateOf, type Predicate } from './predicate.ts';
import { readAfterMeans } from './readAfterMeans.ts';
import { readAfterDeed, readAfterModal } from './readAfterModal.ts';
import { readOutcome } from './readOutcome.ts';
import { readPhrase } from './readPhrase.ts';

export interface PredicateOptions {
  /** A clause of the list of expected targets (预期目标): a subject with what becomes of it (城乡差距持续缩小) is a promise there. */
  readonly expectsOutcome: boolean;
}

/** The predicate of a clause, or undefined where the clause promises nothing. */
export function readPredicate(clause: string, options: PredicateOptions): Predicate | undefined {
  return (
    readAfterDeed(clause) ??
    readPhrase(clause, 0) ??
    readCausative(clause) ??
    readAfterModal(clause) ??
    readAfterMeans(clause) ??
    readOutcome(clause, options.expectsOutcome)
  );
}

/** 修桥、铺路让渔民做主. */
function readCausative(clause: string): Predicate | undefined {
  const at = clause.indexOf('让');
  if (at <= 0 || at > 30 || /[出转]$/u.test(clause.slice(0, at)) || at + 3 > clause.length) return undefined;
  const { verb, object } = predicateOf(clause, at, { text: '让', start: at, end: at + 1, kind: 'certain' }, 0.6);
  return { verb, object, modifier: '', confidence: 0.6 };
}
