import { faults } from '../faults.ts';
import { noOrigin } from '../place.ts';
import type { FeelNode } from '../tree.ts';
import type { Extent } from './code.ts';
import type { Expression } from '../parse/parseExpression.ts';
import type { FeelContext, FeelDateTime, FeelValue } from '../values/value.ts';

/** Something that made a value null, and where. */
export interface EvaluationWarning {
  readonly node: FeelNode;
  /** The text it stands in. */
  readonly expression: Expression;
  readonly zh: string;
  readonly en: string;
}

export type TraceHook = (node: FeelNode, value: FeelValue, expression: Expression) => void;

/** A reason in words. */
export interface Because {
  readonly zh: string;
  readonly en: string;
}

/** One evaluation, or several that share what they may spend: how much is left, what was noticed, who watches. */
export interface Run {
  /** The one being evaluated; a function that is called brings its own. */
  expression: Expression;
  /** Why the function that just gave nothing did so, where it can say more than that its arguments do not fit. */
  because: Because | undefined;
  steps: number;
  depth: number;
  readonly maxSteps: number;
  readonly warnings: EvaluationWarning[];
  readonly trace: TraceHook | undefined;
  /** What now() is; undefined where the evaluation was given no time. */
  readonly now: FeelDateTime | undefined;
}

/** Names in reach, innermost first; `?` is the value that a unary test is about. */
export interface Scope {
  readonly values: FeelContext;
  readonly outer: Scope | undefined;
  /** One name alone, nearer than the others: the item of a loop, or `?`. */
  readonly name?: string;
  readonly value?: FeelValue;
}

export const defaultMaxSteps = 1_000_000;
const maxDepth = 800;
const maxWarnings = 100;
/** Longest text that an evaluation may build, in UTF-16 units. */
export const maxText = 1_048_576;

/** What stands in where a function is called outside of any expression. */
const nothing: Expression = {
  text: '',
  root: { kind: 'literal', value: null, from: 0, to: 0 },
  origin: noOrigin,
  mistakes: [],
  types: new Map(),
};

export function startRun(maxSteps = defaultMaxSteps, trace?: TraceHook, now?: FeelDateTime): Run {
  return { expression: nothing, because: undefined, steps: 0, depth: 0, maxSteps, warnings: [], trace, now };
}

/** Counts work that is not a node: items of lists, characters of texts. @throws feel.tooMuchWork */
export function spend(run: Run, steps: number): void {
  run.steps += steps;
  if (run.steps > run.maxSteps) throw faults.tooMuchWork({ limit: `${run.maxSteps} steps` });
}

/** Goes down by a number of levels, at the cost of as many nodes; once where it is not said. @throws feel.tooMuchWork */
export function enter(run: Run, { size, depth }: Extent = single): void {
  spend(run, size);
  run.depth += depth;
  if (run.depth > maxDepth) throw faults.tooMuchWork({ limit: `${maxDepth} levels` });
}

export function leave(run: Run, { depth }: Extent = single): void {
  run.depth -= depth;
}

const single: Extent = { size: 1, depth: 1 };

/** Notes why a value is null, and gives that null. */
export function nullBecause(run: Run, node: FeelNode, zh: string, en: string): null {
  if (run.warnings.length < maxWarnings) run.warnings.push({ node, expression: run.expression, zh, en });
  return null;
}

/** Undefined where no scope defines the name. */
export function findName(scope: Scope, name: string): FeelValue | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    if (at.name === name) return at.value;
    const value = at.values.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function within(outer: Scope, values: FeelContext): Scope {
  return { values, outer };
}

const noValues: FeelContext = new Map();

/** A scope of a single name, which needs no map of its own. */
export function binding(outer: Scope, name: string, value: FeelValue): Scope {
  return { values: noValues, outer, name, value };
}
