import type { Expression, Place } from '@yiwang/feel';
import type { ContextEntry, Decision, DecisionModel, HitPolicy } from '../model.ts';

/** Where an expression stands: the decision whose requirements it sees, and the entries of boxed contexts before it. */
export interface Site {
  readonly model: DecisionModel;
  readonly decision: Decision;
  /** With `entry`, the site around it. */
  readonly outer?: Site;
  readonly entry?: ContextEntry;
}

/** A single value that somebody gives: a component of an input data (`firm.employees`), or an input data itself (`asOf`). */
export interface Given {
  /** `firm.employees` */
  readonly key: string;
  readonly input: string;
  /** Absent where the input itself is the value. */
  readonly name?: string;
}

/** One of the values that a leaf wants; an interval's absent end is open. */
export type WantedPart =
  | { readonly kind: 'point'; readonly value: Expression }
  | {
      readonly kind: 'interval';
      readonly low?: Expression;
      readonly high?: Expression;
      readonly lowIncluded: boolean;
      readonly highIncluded: boolean;
    };

/** Of a subject that can be named: any of the parts, or none of them. */
export interface WantedParts {
  readonly parts: readonly WantedPart[];
  readonly negated: boolean;
}

interface Placed {
  readonly place: Place;
  /** The id of the DMN element that says it. */
  readonly element: string;
}

export interface Leaf extends Placed {
  readonly kind: 'leaf';
  /** Equal for leaves that say the same about what was given, across models that are prepared together. */
  readonly id: number;
  readonly site: Site;
  /** Its truth; where it is unary tests, about `subject`. */
  readonly test: Expression;
  readonly subject?: { readonly expression: Expression; readonly site: Site; readonly given?: Given };
  readonly wanted?: WantedParts;
  /** All that it depends on, through other decisions too. */
  readonly givens: readonly Given[];
  /** What the document calls the subject; empty where it has no label. */
  readonly label: string;
}

/** What a decision's truth is made of. */
export type Condition =
  | Leaf
  | (Placed & { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[]; readonly label?: string })
  | (Placed & { readonly kind: 'not'; readonly part: Condition })
  | (Placed & {
      readonly kind: 'if';
      readonly condition: Condition;
      readonly consequent: Condition;
      readonly alternative: Condition;
    })
  | RulesCondition
  | { readonly kind: 'constant'; readonly value: boolean | null };

/** A decision table asked whether its result is as wanted. */
export interface RulesCondition extends Placed {
  readonly kind: 'rules';
  readonly label: string;
  readonly hitPolicy: HitPolicy;
  readonly rules: readonly {
    readonly match: Condition;
    readonly result: Condition;
    readonly index: number;
    readonly element: string;
    readonly annotation: string;
  }[];
  readonly otherwise: Condition;
}

export type State = 'held' | 'failed' | 'unknown';
