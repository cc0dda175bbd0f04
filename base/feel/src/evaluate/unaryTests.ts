import { mentions } from '../mentions.ts';
import type { CompareTest, FeelNode, In, UnaryTests } from '../tree.ts';
import { isList, isTagged, type FeelValue } from '../values/value.ts';
import { compareBy } from './comparison.ts';
import type { Code, Compile } from './code.ts';
import { rangeContains } from './range.ts';
import { equalWithin } from './equalWithin.ts';
import { binding, findName, spend, type Run, type Scope } from './run.ts';

type Test = (scope: Scope, run: Run) => boolean | null;

/** One cell of a table: any test true is true; else unknown if one is unknown; `not` turns it round. */
export function compileUnaryTests(node: UnaryTests, compile: Compile): Code {
  if (node.any) return () => true;
  const test = compileAny(node.tests, compile);
  if (!node.negated) return test;
  return (scope, run) => {
    const value = test(scope, run);
    return value === null ? null : !value;
  };
}

/** `x in (…)`: the tests see x as `?`. */
export function compileIn(node: In, compile: Compile): Code {
  const valueOf = compile(node.value);
  const test = compileAny(node.tests, compile);
  return (scope, run) => test(binding(scope, '?', valueOf(scope, run)), run);
}

export function compileCompareTest(node: CompareTest, compile: Compile): Code {
  const operandOf = compile(node.operand);
  const { operator } = node;
  return (scope, run) => compareBy(operator, findName(scope, '?') ?? null, operandOf(scope, run), node, run);
}

function compileAny(nodes: readonly FeelNode[], compile: Compile): Test {
  const tests = nodes.map((node) => compileTest(node, compile));
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (scope, run) => {
    let value: boolean | null = false;
    for (const test of tests) {
      const passed = test(scope, run);
      if (passed === true) return true;
      if (passed === null) value = null;
    }
    return value;
  };
}

/** A test about `?` gives its own answer; a value is looked for: equal to it, inside the range, or among the list. */
function compileTest(node: FeelNode, compile: Compile): Test {
  const code = compile(node);
  if (mentions(node, ({ kind }) => kind === 'tested' || kind === 'compareTest')) {
    return (scope, run) => {
      const value = code(scope, run);
      return typeof value === 'boolean' ? value : null;
    };
  }
  const isRange = node.kind === 'range';
  return (scope, run) => {
    const value = code(scope, run);
    // A range with a null end says nothing about any value.
    if (isRange && value === null) return null;
    return matches(value, findName(scope, '?') ?? null, run);
  };
}

function matches(value: FeelValue, tested: FeelValue, run: Run): boolean | null {
  if (isTagged(value) && value.kind === 'range' && !(isTagged(tested) && tested.kind === 'range')) {
    return rangeContains(value, tested);
  }
  if (isList(value)) {
    spend(run, value.length);
    if (isList(tested) && equalWithin(run, value, tested) === true) return true;
    return value.some((item) => matches(item, tested, run) === true);
  }
  return equalWithin(run, tested, value);
}
