import type { FunctionNode } from '../tree.ts';
import type { FeelFunction, FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { hasType } from './instanceOf.ts';
import { nullBecause, within, type Run, type Scope } from './run.ts';

/** A function that keeps the names in reach where it was written. */
export function evaluateFunction(node: FunctionNode, scope: Scope, run: Run): FeelFunction {
  const parameters = node.parameters.map((parameter) => parameter.name);
  const home = run.expression;
  const call = (values: readonly FeelValue[]): FeelValue => {
    const unfit = node.parameters.find(({ type }, index) => {
      const value = values[index] ?? null;
      return value !== null && !hasType(value, type);
    });
    if (unfit !== undefined) {
      return nullBecause(run, node, `参数“${unfit.name}”类型不符`, `the argument “${unfit.name}” has another type`);
    }
    const given = new Map(parameters.map((name, index) => [name, values[index] ?? null]));
    const caller = run.expression;
    run.expression = home;
    const value = evaluateNode(node.body, within(scope, given), run);
    run.expression = caller;
    return value;
  };
  return { kind: 'function', name: '', parameters, call };
}
