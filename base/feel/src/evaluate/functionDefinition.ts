import type { FunctionNode } from '../tree.ts';
import type { FeelFunction, FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { coerce } from '../values/coerce.ts';
import { nullBecause, within, type Run, type Scope } from './run.ts';

/** A function that keeps the names in reach where it was written. */
export function evaluateFunction(node: FunctionNode, scope: Scope, run: Run): FeelFunction {
  const parameters = node.parameters.map((parameter) => parameter.name);
  const home = run.expression;
  const call = (values: readonly FeelValue[]): FeelValue => {
    const given = new Map<string, FeelValue>();
    for (const [index, { name, type }] of node.parameters.entries()) {
      const value = coerce(values[index] ?? null, type);
      if (value === undefined) {
        return nullBecause(run, node, `参数“${name}”类型不符`, `the argument “${name}” has another type`);
      }
      given.set(name, value);
    }
    const caller = run.expression;
    run.expression = home;
    const value = evaluateNode(node.body, within(scope, given), run);
    run.expression = caller;
    return value;
  };
  const type = { parameters: node.parameters.map((parameter) => parameter.type), result: 'any' } as const;
  return { kind: 'function', name: '', parameters, type, call };
}
