import { builtins } from '../functions/registry.ts';
import type { Call } from '../tree.ts';
import { isList, isTagged, type FeelFunction, type FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { findName, nullBecause, type Run, type Scope } from './run.ts';

/** Calls a built-in by name, or a function that a value holds. Named arguments may come in any order. */
export function evaluateCall(node: Call, scope: Scope, run: Run): FeelValue {
  const { callee } = node;
  const builtin =
    callee.kind === 'name' && findName(scope, callee.name) === undefined ? builtins.get(callee.name) : undefined;
  const positional = node.positional?.map((argument) => evaluateNode(argument, scope, run));
  const named = node.named?.map(({ name, value }) => ({ name, value: evaluateNode(value, scope, run) }));
  if (builtin !== undefined) {
    const unfit = named?.find(({ name, value }) => !builtin.takes(name, value));
    if (unfit !== undefined) {
      return nullBecause(run, node, `参数“${unfit.name}”类型不符`, `the argument “${unfit.name}” has another type`);
    }
    const given = positional ?? builtin.arrange<FeelValue>(named ?? [], null);
    const result = builtin.call(given, run);
    if (result !== undefined) return result;
    // A list of one stands for its item where an item is asked (DMN 1.5, 10.3.2.9.4).
    if (given.some((value) => isList(value) && value.length === 1)) {
      const again = builtin.call(
        given.map((value) => (isList(value) && value.length === 1 ? (value[0] ?? null) : value)),
        run,
      );
      if (again !== undefined) return again;
    }
    return nullBecause(run, node, `函数“${builtin.name}”的参数不合适`, `unfitting arguments of “${builtin.name}”`);
  }
  const target = evaluateNode(callee, scope, run);
  if (!isTagged(target) || target.kind !== 'function') {
    return nullBecause(run, node, '被调用的不是函数', 'what is called is no function');
  }
  const values = positional ?? arrange(target, named ?? []);
  if (values === undefined || values.length !== target.parameters.length) {
    return nullBecause(run, node, '参数个数不符', 'the number of arguments does not fit');
  }
  return target.call(values);
}

function arrange(target: FeelFunction, named: readonly { name: string; value: FeelValue }[]): FeelValue[] | undefined {
  const given = new Map(named.map(({ name, value }) => [name, value]));
  if (given.size !== target.parameters.length || !target.parameters.every((name) => given.has(name))) return undefined;
  return target.parameters.map((name) => given.get(name) ?? null);
}
