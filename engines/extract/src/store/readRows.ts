import type { Ambiguity, Link, NamedSystem, Statement, Task } from '../reading.ts';

/** The rows of a reading: what is stored, corrected and shown. */
export interface ReadRows {
  readonly statements: readonly Statement[];
  readonly tasks: readonly Task[];
  readonly systems: readonly NamedSystem[];
  readonly ambiguities: readonly Ambiguity[];
  readonly links: readonly Link[];
}
