import type { Expression, FeelType, Place } from '@yiwang/feel';
import type { Fault } from '@yiwang/faults';

/** A DMN model that was read and checked; pure data, shared freely. */
export interface DecisionModel {
  readonly file: string;
  readonly name: string;
  readonly namespace: string;
  readonly inputs: readonly InputData[];
  /** Each after the ones it requires. */
  readonly decisions: readonly Decision[];
}

export interface InputData {
  readonly id: string;
  readonly name: string;
  readonly type: FeelType;
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  /** The name under which other decisions see the result. */
  readonly variable: string;
  readonly type: FeelType;
  readonly requiredDecisions: readonly string[];
  readonly requiredInputs: readonly string[];
  readonly logic: DecisionTable | LiteralExpression | RefusedLogic;
  readonly place: Place;
}

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT';
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

export interface DecisionTable {
  readonly kind: 'decisionTable';
  readonly id: string;
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly Rule[];
  readonly place: Place;
}

export interface TableInput {
  readonly id: string;
  /** What the reader sees; `水位 (m) | Water level (m)` gives both languages and the unit. */
  readonly label: string;
  readonly expression: Expression;
  readonly type: FeelType;
}

export interface TableOutput {
  readonly name: string;
  readonly type: FeelType;
  /** The allowed values in order of priority. */
  readonly values: readonly Expression[];
  readonly otherwise?: Expression;
}

export interface Rule {
  readonly id: string;
  /** From 1, as people count rows. */
  readonly index: number;
  readonly conditions: readonly Expression[];
  readonly results: readonly Expression[];
  /** The rule's annotation, `zh | en`; empty where there is none. */
  readonly annotation: string;
  readonly place: Place;
}

export interface LiteralExpression {
  readonly kind: 'literalExpression';
  readonly expression: Expression;
}

/** Logic that was refused but kept, where the reader asked for `refused: 'null'`: it evaluates to null with this fault as warning. */
export interface RefusedLogic {
  readonly kind: 'refused';
  readonly fault: Fault;
}
