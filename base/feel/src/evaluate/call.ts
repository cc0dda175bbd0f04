import type { Builtin } from '../functions/builtin.ts';
import { builtins } from '../functions/registry.ts';
import type { Call } from '../tree.ts';
import { isExact } from '../values/exact.ts';
import { nested as feelText } from '../values/valueText.ts';
import { isList, isTagged, kindOf, type FeelFunction, type FeelValue } from '../values/value.ts';
import type { Code, Compile } from './code.ts';
import { findName, nullBecause, type Because, type Run, type Scope } from './run.ts';

/** Calls a built-in by name, or a function that a value holds. Named arguments may come in any order. */
export function compileCall(node: Call, compile: Compile): Code {
  const { callee } = node;
  const positional = node.positional?.map(compile);
  const named = node.named?.map(({ name, value }) => ({ name, code: compile(value) }));
  const target = compile(callee);
  const builtin = callee.kind === 'name' ? builtins.get(callee.name) : undefined;
  const argumentsOf = (scope: Scope, run: Run): Given => {
    if (positional !== undefined) return { positional: positional.map((code) => code(scope, run)) };
    return { named: (named ?? []).map(({ name, code }) => ({ name, value: code(scope, run) })) };
  };
  const fixed = isFixed(node);
  let remembered: FeelValue = null;
  return (scope, run) => {
    const isBuiltin = builtin !== undefined && findName(scope, builtin.name) === undefined;
    const given = argumentsOf(scope, run);
    if (fixed && isBuiltin) return (remembered ??= callBuiltin(builtin, given, node, run));
    return isBuiltin ? callBuiltin(builtin, given, node, run) : callValue(target(scope, run), given, node, run);
  };
}

/** Reading a date takes longer than a whole comparison; a rule's own dates are read once. What is null says why each time. */
function isFixed({ callee, positional }: Call): boolean {
  return (
    callee.kind === 'name' &&
    ['date', 'time', 'date and time', 'duration'].includes(callee.name) &&
    positional?.every((argument) => argument.kind === 'literal') === true
  );
}

type Given =
  | { readonly positional: readonly FeelValue[] }
  | { readonly named: readonly { readonly name: string; readonly value: FeelValue }[] };

function callBuiltin(builtin: Builtin, given: Given, node: Call, run: Run): FeelValue {
  if ('named' in given) {
    const unfit = given.named.find(({ name, value }) => !builtin.takes(name, value));
    if (unfit !== undefined) {
      return nullBecause(run, node, `参数“${unfit.name}”类型不符`, `the argument “${unfit.name}” has another type`);
    }
  }
  takeReason(run);
  const values = 'named' in given ? builtin.arrange<FeelValue>(given.named, null) : given.positional;
  const result = builtin.call(values, run);
  if (result !== undefined) return result;
  // A list of one stands for its item where an item is asked (DMN 1.5, 10.3.2.9.4).
  if (values.some((value) => isList(value) && value.length === 1)) {
    const again = builtin.call(
      values.map((value) => (isList(value) && value.length === 1 ? (value[0] ?? null) : value)),
      run,
    );
    if (again !== undefined) return again;
  }
  const said = takeReason(run);
  const texts = values.map(shown).join(', ');
  return nullBecause(
    run,
    node,
    said?.zh ?? `函数“${builtin.name}”的参数不合适：${texts}`,
    said?.en ?? `unfitting arguments of “${builtin.name}”: ${texts}`,
  );
}

/** The reason that a function left behind, once. */
function takeReason(run: Run): Because | undefined {
  const { because } = run;
  run.because = undefined;
  return because;
}

/** A short value as it is, a long one by what it is. */
function shown(value: FeelValue): string {
  if (typeof value === 'string') return value.length <= 40 ? JSON.stringify(value) : `"${value.slice(0, 40)}…"`;
  return isExact(value) || value === null || typeof value === 'boolean' ? feelText(value) : kindOf(value);
}

function callValue(target: FeelValue, given: Given, node: Call, run: Run): FeelValue {
  if (!isTagged(target) || target.kind !== 'function') {
    return nullBecause(run, node, '被调用的不是函数', 'what is called is no function');
  }
  const values = 'named' in given ? arrange(target, given.named) : given.positional;
  if (values === undefined || values.length !== target.parameters.length) {
    return nullBecause(run, node, '参数个数不符', 'the number of arguments does not fit');
  }
  return target.call(values, run);
}

function arrange(target: FeelFunction, named: readonly { name: string; value: FeelValue }[]): FeelValue[] | undefined {
  const given = new Map(named.map(({ name, value }) => [name, value]));
  if (given.size !== target.parameters.length || !target.parameters.every((name) => given.has(name))) return undefined;
  return target.parameters.map((name) => given.get(name) ?? null);
}
