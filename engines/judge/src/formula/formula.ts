/**
 * The columnar subset: what a decision becomes before it runs over a whole register, as kernels or as SQL. A formula means the same
 * in every backend, missing data included. Numbers are integers scaled by a power of ten; dates are days since 1970-01-01.
 * What FEEL can say beyond it is refused by `lowerDecision`, with its place, and never approximated.
 */
export type Formula = Condition | Quantity | Choice;

/** FEEL's third truth value, null, is what is not known. */
export type Truth = boolean | null;

/** A closed interval of scaled integers or days; a bound that is left out is open. */
export interface Interval {
  readonly low?: number;
  readonly high?: number;
}

export type ConditionOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A three-valued condition about one row. */
export type Condition =
  | { readonly kind: 'truth'; readonly value: Truth }
  /** The column's text is one of these. */
  | { readonly kind: 'among'; readonly column: string; readonly values: readonly string[]; readonly whenNull: Truth }
  /** The column's number (scaled by the column's own decimals) or date lies in one of these, which are sorted and apart. */
  | {
      readonly kind: 'within';
      readonly column: string;
      readonly intervals: readonly Interval[];
      readonly whenNull: Truth;
    }
  /** The column's boolean, `whenNull` where there is none. */
  | { readonly kind: 'flag'; readonly column: string; readonly whenNull: Truth }
  /** Both sides brought to the same decimals. `=` and `!=` know null (it equals only itself); an order with null is null. */
  | {
      readonly kind: 'compare';
      readonly operator: ConditionOperator;
      readonly left: Quantity;
      readonly right: Quantity;
    }
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'all'; readonly operands: readonly Condition[] }
  | { readonly kind: 'any'; readonly operands: readonly Condition[] }
  /** True where the operand is true, false where it is false or null: the condition of `if`, the match of a table's rule. */
  | { readonly kind: 'isTrue'; readonly operand: Condition }
  | { readonly kind: 'isNull'; readonly operand: Quantity }
  | {
      readonly kind: 'if';
      readonly condition: Condition;
      readonly consequent: Condition;
      readonly alternative: Condition;
    };

/** How a quantity is stored: an integer of 10^-decimals, surely within these bounds, which are safe integers in that same unit. */
export interface Measure {
  readonly decimals: number;
  readonly min: number;
  readonly max: number;
}

/** A number about one row, or null. An operation on null is null, `min` and `max` included (unlike SQL's LEAST and GREATEST). */
export type Quantity = Measure &
  (
    | { readonly kind: 'constant'; readonly value: number | null }
    | { readonly kind: 'column'; readonly column: string }
    /** The same value at more decimals: × 10^(decimals − operand.decimals). */
    | { readonly kind: 'rescale'; readonly operand: Quantity }
    /** Both sides have the node's own decimals. */
    | {
        readonly kind: 'add' | 'subtract' | 'min' | 'max';
        readonly left: Quantity;
        readonly right: Quantity;
      }
    /** The node's decimals are the sum of both. */
    | { readonly kind: 'multiply'; readonly left: Quantity; readonly right: Quantity }
    /** `decimal(left / right, decimals)`: half-even, null for a zero divisor. */
    | { readonly kind: 'quotient'; readonly left: Quantity; readonly right: Quantity }
    /** `decimal(operand, decimals)` with fewer decimals than the operand: half-even. */
    | { readonly kind: 'round'; readonly operand: Quantity }
    | {
        readonly kind: 'choose';
        readonly condition: Condition;
        readonly consequent: Quantity;
        readonly alternative: Quantity;
      }
  );

/** A text about one row, or null: a constant, a column, or a choice of them. */
export type Choice =
  | { readonly kind: 'text'; readonly value: string | null }
  | { readonly kind: 'textColumn'; readonly column: string }
  | {
      readonly kind: 'chooseText';
      readonly condition: Condition;
      readonly consequent: Choice;
      readonly alternative: Choice;
    };
