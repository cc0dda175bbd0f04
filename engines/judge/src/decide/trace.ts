import type { FeelValue, Json, Place } from '@yiwang/feel';
import type { TableTrace } from './applyTable.ts';

/** What one decision of the graph saw and gave. */
export interface DecisionTrace {
  readonly decision: string;
  readonly value: Json;
  /** Where the decision is a table. */
  readonly table?: TableTrace;
  /** Of a full trace: each part in the order in which its value was known, inner ones first. At most 10,000 in all. */
  readonly steps?: readonly TraceStep[];
}

/** A part of an expression, or a piece of boxed logic, with its value. */
export interface TraceStep {
  /** The kind of the FEEL node or of the boxed logic. */
  readonly kind: string;
  /** As it stands in the model; of boxed logic its name, where it has one. */
  readonly text: string;
  readonly place: Place;
  readonly value: FeelValue;
}
