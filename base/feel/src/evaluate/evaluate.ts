import { placeOf, type Expression } from '../parse/parseExpression.ts';
import type { Place } from '../place.ts';
import type { FeelNode } from '../tree.ts';
import type { FeelContext, FeelDateTime, FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { startRun, within, type Run, type Scope, type TraceHook } from './run.ts';

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
  const scope = options.tested === undefined ? outer : within(outer, new Map([['?', options.tested]]));
  const value = evaluateWithin(expression, scope, run);
  return {
    value,
    warnings: run.warnings.map((warning) => ({ ...warning, place: placeOf(warning.expression, warning.node) })),
  };
}

/** One of several expressions that share a run: steps, depth and warnings add up there. @throws feel.tooMuchWork */
export function evaluateWithin(expression: Expression, scope: Scope, run: Run): FeelValue {
  const caller = run.expression;
  run.expression = expression;
  const value = evaluateNode(expression.root, scope, run);
  run.expression = caller;
  return value;
}
