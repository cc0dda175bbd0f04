import type { Bilingual } from '@yiwang/messages';
import type { Place } from '@yiwang/feel';

/** A test that stands beside a rule: what is given, and what is to come out. */
export interface RuleTest {
  readonly name: Bilingual;
  /** The day as of which it is asked, which says which version; the version's first day unless told. */
  readonly asOf?: string;
  readonly given: Readonly<Record<string, unknown>>;
  /** A decision's id. */
  readonly decision: string;
  /** The value itself, or of a decision with several outputs those that matter. Numbers are compared exactly. */
  readonly expect: unknown;
  readonly place: Place;
}

export interface RuleTestResult {
  readonly test: RuleTest;
  readonly passed: boolean;
  /** What differed. */
  readonly differences: readonly Bilingual[];
}

export interface Missed {
  readonly kind: 'row' | 'branch';
  readonly message: Bilingual;
  readonly place: Place;
}

/** Which rows of tables were used, and which conditions were seen both true and not true. */
export interface Coverage {
  readonly rows: { readonly covered: number; readonly all: number };
  readonly branches: { readonly covered: number; readonly all: number };
  readonly missed: readonly Missed[];
}
