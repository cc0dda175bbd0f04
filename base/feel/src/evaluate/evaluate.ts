import { placeOf, type Expression } from '../parse/parseExpression.ts';
import type { Place } from '../place.ts';
import type { FeelNode } from '../tree.ts';
import type { FeelContext, FeelDateTime, FeelValue } from '../values/value.ts';
import { extentOf, type Code, type Extent } from './code.ts';
import { compilePlain, compileTraced } from './compileNode.ts';
import { binding, enter, leave, startRun, type Run, type Scope, type TraceHook } from './run.ts';

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
  const scope = options.tested === undefined ? outer : binding(outer, '?', options.tested);
  const value = evaluateWithin(expression, scope, run);
  return {
    value,
    warnings: run.warnings.map((warning) => ({ ...warning, place: placeOf(warning.expression, warning.node) })),
  };
}

/** One of several expressions that share a run: steps, depth and warnings add up there. @throws feel.tooMuchWork */
export function evaluateWithin(expression: Expression, scope: Scope, run: Run): FeelValue {
  const own = compiledOf(expression);
  const caller = run.expression;
  run.expression = expression;
  enter(run, own.extent);
  const value =
    run.trace === undefined
      ? (own.plain ??= compilePlain(expression.root))(scope, run)
      : (own.traced ??= compileTraced(expression.root))(scope, run);
  leave(run, own.extent);
  run.expression = caller;
  return value;
}

/** Made when first asked for: most expressions are evaluated either always with a trace or never. */
interface Compiled {
  readonly extent: Extent;
  plain: Code | undefined;
  traced: Code | undefined;
}

const compiled = new WeakMap<Expression, Compiled>();

function compiledOf(expression: Expression): Compiled {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const made = { extent: extentOf(expression.root), plain: undefined, traced: undefined };
  compiled.set(expression, made);
  return made;
}
