import type { FeelValue } from './values/value.ts';
import type { FeelType } from './check/type.ts';

/** The typed tree that every backend starts from. `from` and `to` are offsets into the text. */
interface Spanned {
  readonly from: number;
  readonly to: number;
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';

export interface Literal extends Spanned {
  readonly kind: 'literal';
  readonly value: FeelValue;
}
export interface Name extends Spanned {
  readonly kind: 'name';
  /** As it was declared, not as it was spaced in the text. */
  readonly name: string;
}
export interface Path extends Spanned {
  readonly kind: 'path';
  readonly source: FeelNode;
  readonly name: string;
}
export interface Arithmetic extends Spanned {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: FeelNode;
  readonly right: FeelNode;
}
export interface Negation extends Spanned {
  readonly kind: 'negation';
  readonly operand: FeelNode;
}
export interface Comparison extends Spanned {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: FeelNode;
  readonly right: FeelNode;
}
export interface Between extends Spanned {
  readonly kind: 'between';
  readonly value: FeelNode;
  readonly low: FeelNode;
  readonly high: FeelNode;
}
export interface In extends Spanned {
  readonly kind: 'in';
  readonly value: FeelNode;
  readonly tests: readonly FeelNode[];
}
export interface Junction extends Spanned {
  readonly kind: 'junction';
  readonly operator: 'and' | 'or';
  readonly left: FeelNode;
  readonly right: FeelNode;
}
export interface If extends Spanned {
  readonly kind: 'if';
  readonly condition: FeelNode;
  readonly consequent: FeelNode;
  readonly alternative: FeelNode;
}
/** An interval, or a comparison used as a value such as `(>= 5)`: then one end is open. */
export interface RangeNode extends Spanned {
  readonly kind: 'range';
  /** Set for `(= 5)` and `(!= 5)`: both ends are the operand, of any type. */
  readonly operator?: '=' | '!=';
  readonly low?: FeelNode;
  readonly high?: FeelNode;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}
/** `< 5` standing alone as a unary test: compares the tested value. */
export interface CompareTest extends Spanned {
  readonly kind: 'compareTest';
  readonly operator: ComparisonOperator;
  readonly operand: FeelNode;
}
export interface ListNode extends Spanned {
  readonly kind: 'list';
  readonly items: readonly FeelNode[];
}
export interface ContextNode extends Spanned {
  readonly kind: 'context';
  readonly entries: readonly { readonly key: string; readonly value: FeelNode }[];
}
export interface Filter extends Spanned {
  readonly kind: 'filter';
  readonly source: FeelNode;
  readonly condition: FeelNode;
}
export interface Iterator {
  readonly name: string;
  readonly source: FeelNode;
  /** Set for `from..to`. */
  readonly end?: FeelNode;
}
export interface For extends Spanned {
  readonly kind: 'for';
  readonly iterators: readonly Iterator[];
  readonly body: FeelNode;
}
export interface Quantified extends Spanned {
  readonly kind: 'quantified';
  readonly quantifier: 'some' | 'every';
  readonly iterators: readonly Iterator[];
  readonly condition: FeelNode;
}
export interface Call extends Spanned {
  readonly kind: 'call';
  readonly callee: FeelNode;
  readonly positional?: readonly FeelNode[];
  readonly named?: readonly { readonly name: string; readonly value: FeelNode }[];
}
export interface FunctionNode extends Spanned {
  readonly kind: 'function';
  readonly parameters: readonly { readonly name: string; readonly type: FeelType }[];
  readonly body: FeelNode;
}
export interface InstanceOf extends Spanned {
  readonly kind: 'instanceOf';
  readonly value: FeelNode;
  readonly type: FeelType;
}
/** `?`: the value that a unary test is about. */
export interface Tested extends Spanned {
  readonly kind: 'tested';
}
/** A whole cell of a decision table: `-` has no tests and is always true. */
export interface UnaryTests extends Spanned {
  readonly kind: 'unaryTests';
  readonly any: boolean;
  readonly negated: boolean;
  readonly tests: readonly FeelNode[];
}

export type FeelNode =
  | Literal
  | Name
  | Path
  | Arithmetic
  | Negation
  | Comparison
  | Between
  | In
  | Junction
  | If
  | RangeNode
  | CompareTest
  | ListNode
  | ContextNode
  | Filter
  | For
  | Quantified
  | Call
  | FunctionNode
  | InstanceOf
  | Tested
  | UnaryTests;
