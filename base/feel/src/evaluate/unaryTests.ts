import { mentions } from '../mentions.ts';
import type { CompareTest, FeelNode, In, UnaryTests } from '../tree.ts';
import { equalValues } from '../values/compareValues.ts';
import { isList, isTagged, type FeelValue } from '../values/value.ts';
import { compareBy } from './comparison.ts';
import { evaluateNode } from './evaluateNode.ts';
import { rangeContains } from './range.ts';
import { findName, spend, within, type Run, type Scope } from './run.ts';

/** One cell of a table: any test true is true; else unknown if one is unknown; `not` turns it round. */
export function evaluateUnaryTests(node: UnaryTests, scope: Scope, run: Run): boolean | null {
  if (node.any) return true;
  const value = anyTest(node.tests, scope, run);
  return node.negated && value !== null ? !value : value;
}

/** `x in (…)`: the tests see x as `?`. */
export function evaluateIn(node: In, scope: Scope, run: Run): boolean | null {
  const value = evaluateNode(node.value, scope, run);
  return anyTest(node.tests, within(scope, new Map([['?', value]])), run);
}

export function evaluateCompareTest(node: CompareTest, scope: Scope, run: Run): boolean | null {
  const tested = findName(scope, '?') ?? null;
  return compareBy(node.operator, tested, evaluateNode(node.operand, scope, run), node, run);
}

function anyTest(tests: readonly FeelNode[], scope: Scope, run: Run): boolean | null {
  let value: boolean | null = false;
  for (const test of tests) {
    const passed = passes(test, scope, run);
    if (passed === true) return true;
    if (passed === null) value = null;
  }
  return value;
}

/** A test about `?` gives its own answer; a value is looked for: equal to it, inside the range, or among the list. */
function passes(test: FeelNode, scope: Scope, run: Run): boolean | null {
  const value = evaluateNode(test, scope, run);
  if (test.kind === 'compareTest' || usesTested(test)) return typeof value === 'boolean' ? value : null;
  // A range with a null end says nothing about any value.
  if (test.kind === 'range' && value === null) return null;
  const tested = findName(scope, '?') ?? null;
  return matches(value, tested, run);
}

function matches(value: FeelValue, tested: FeelValue, run: Run): boolean | null {
  if (isTagged(value) && value.kind === 'range' && !(isTagged(tested) && tested.kind === 'range')) {
    return rangeContains(value, tested);
  }
  if (isList(value)) {
    spend(run, value.length);
    if (isList(tested) && equalValues(value, tested) === true) return true;
    return value.some((item) => matches(item, tested, run) === true);
  }
  return equalValues(tested, value);
}

const remembered = new WeakMap<FeelNode, boolean>();

/** Whether an expression speaks of `?` itself; remembered per node, as tables ask it for every case. */
function usesTested(node: FeelNode): boolean {
  const known = remembered.get(node);
  if (known !== undefined) return known;
  const uses = mentions(node, ({ kind }) => kind === 'tested' || kind === 'compareTest');
  remembered.set(node, uses);
  return uses;
}
