import { placeOf, type Expression } from '../parse/parseExpression.ts';
import type { Place } from '../place.ts';
import type { FeelNode } from '../tree.ts';
import type { FeelContext, FeelDateTime, FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { startRun, type TraceHook } from './run.ts';

export interface EvaluateOptions {
  /** The value of `?`, for unary tests. */
  readonly tested?: FeelValue;
  /** Called with each node once its value is known, inner ones first. */
  readonly trace?: TraceHook;
  /** Nodes and items that may be visited; 1,000,000 by default. */
  readonly maxSteps?: number;
  /** The time that now() and today() give, for expressions read with `clock: 'given'`. */
  readonly now?: FeelDateTime;
}

export interface Evaluated {
  readonly value: FeelValue;
  /** Why something became null, and where. */
  readonly warnings: readonly {
    readonly place: Place;
    readonly node: FeelNode;
    readonly zh: string;
    readonly en: string;
  }[];
}

/** The value of an expression; what FEEL can not compute is null with a warning. @throws feel.tooMuchWork past its steps or depth. */
export function evaluate(expression: Expression, variables: FeelContext, options: EvaluateOptions = {}): Evaluated {
  const run = startRun(options.maxSteps, options.trace, options.now);
  const outer = { values: variables, outer: undefined };
  const scope = options.tested === undefined ? outer : { values: new Map([['?', options.tested]]), outer };
  const value = evaluateNode(expression.root, scope, run);
  return { value, warnings: run.warnings.map((warning) => ({ ...warning, place: placeOf(expression, warning.node) })) };
}
