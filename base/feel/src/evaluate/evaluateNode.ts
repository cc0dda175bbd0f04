import { builtins } from '../functions/registry.ts';
import type { FeelNode } from '../tree.ts';
import type { FeelValue } from '../values/value.ts';
import { evaluateArithmetic, evaluateNegation } from './arithmetic.ts';
import { evaluateCall } from './call.ts';
import { evaluateBetween, evaluateComparison } from './comparison.ts';
import { evaluateContext } from './context.ts';
import { evaluateFilter } from './filter.ts';
import { evaluateFor } from './for.ts';
import { evaluateFunction } from './functionDefinition.ts';
import { evaluateInstanceOf } from './instanceOf.ts';
import { evaluateJunction } from './junction.ts';
import { evaluatePath } from './path.ts';
import { evaluateQuantified } from './quantified.ts';
import { evaluateRange } from './range.ts';
import { enter, findName, nullBecause, type Run, type Scope } from './run.ts';
import { evaluateCompareTest, evaluateIn, evaluateUnaryTests } from './unaryTests.ts';

/** The value of one node; every node passes here, so that steps are counted and traced once. */
export function evaluateNode(node: FeelNode, scope: Scope, run: Run): FeelValue {
  enter(run);
  const value = valueOf(node, scope, run);
  run.depth -= 1;
  run.trace?.(node, value, run.expression);
  return value;
}

function valueOf(node: FeelNode, scope: Scope, run: Run): FeelValue {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'name': {
      const value = findName(scope, node.name);
      if (value !== undefined) return value;
      const builtin = builtins.get(node.name);
      if (builtin !== undefined) return builtin.value;
      return nullBecause(run, node, `没有“${node.name}”的值`, `there is no value of “${node.name}”`);
    }
    case 'tested':
      return findName(scope, '?') ?? null;
    case 'path':
      return evaluatePath(node, scope, run);
    case 'arithmetic':
      return evaluateArithmetic(node, scope, run);
    case 'negation':
      return evaluateNegation(node, scope, run);
    case 'comparison':
      return evaluateComparison(node, scope, run);
    case 'between':
      return evaluateBetween(node, scope, run);
    case 'in':
      return evaluateIn(node, scope, run);
    case 'junction':
      return evaluateJunction(node, scope, run);
    case 'if':
      return evaluateNode(
        evaluateNode(node.condition, scope, run) === true ? node.consequent : node.alternative,
        scope,
        run,
      );
    case 'range':
      return evaluateRange(node, scope, run);
    case 'compareTest':
      return evaluateCompareTest(node, scope, run);
    case 'list':
      return node.items.map((item) => evaluateNode(item, scope, run));
    case 'context':
      return evaluateContext(node, scope, run);
    case 'filter':
      return evaluateFilter(node, scope, run);
    case 'for':
      return evaluateFor(node, scope, run);
    case 'quantified':
      return evaluateQuantified(node, scope, run);
    case 'call':
      return evaluateCall(node, scope, run);
    case 'function':
      return evaluateFunction(node, scope, run);
    case 'instanceOf':
      return evaluateInstanceOf(node, scope, run);
    case 'unaryTests':
      return evaluateUnaryTests(node, scope, run);
  }
}
