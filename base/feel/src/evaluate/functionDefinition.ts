import type { FunctionNode } from '../tree.ts';
import { coerce } from '../values/coerce.ts';
import type { FeelFunction, FeelValue } from '../values/value.ts';
import { extentOf, type Code, type Compile } from './code.ts';
import { enter, leave, nullBecause, within } from './run.ts';

/** A function that keeps the names in reach where it was written. */
export function compileFunction(node: FunctionNode, compile: Compile): Code {
  const body = compile(node.body);
  const extent = extentOf(node.body);
  const parameters = node.parameters.map((parameter) => parameter.name);
  const type = { parameters: node.parameters.map((parameter) => parameter.type), result: 'any' } as const;
  return (scope, run): FeelFunction => {
    const home = run.expression;
    const call = (values: readonly FeelValue[]): FeelValue => {
      const given = new Map<string, FeelValue>();
      for (const [index, { name, type: wanted }] of node.parameters.entries()) {
        const value = coerce(values[index] ?? null, wanted);
        if (value === undefined) {
          return nullBecause(run, node, `参数“${name}”类型不符`, `the argument “${name}” has another type`);
        }
        given.set(name, value);
      }
      const caller = run.expression;
      run.expression = home;
      enter(run, extent);
      const value = body(within(scope, given), run);
      leave(run, extent);
      run.expression = caller;
      return value;
    };
    return { kind: 'function', name: '', parameters, type, call };
  };
}
