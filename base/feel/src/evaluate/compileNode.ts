import type { FeelNode } from '../tree.ts';
import { compileArithmetic, compileNegation } from './arithmetic.ts';
import { compileCall } from './call.ts';
import type { Code, Compile } from './code.ts';
import { compileBetween, compileComparison } from './comparison.ts';
import { compileContext } from './context.ts';
import { compileFilter } from './filter.ts';
import { compileFor } from './for.ts';
import { compileFunction } from './functionDefinition.ts';
import { compileIf } from './if.ts';
import { compileInstanceOf } from './instanceOf.ts';
import { compileJunction } from './junction.ts';
import { compileName, compileTested } from './name.ts';
import { compilePath } from './path.ts';
import { compileQuantified } from './quantified.ts';
import { compileRange } from './range.ts';
import { compileCompareTest, compileIn, compileUnaryTests } from './unaryTests.ts';

/** A node that nobody watches. */
export const compilePlain: Compile = (node) => compileNode(node, compilePlain);

/** A node that tells the run's trace its value, after its parts have. */
export const compileTraced: Compile = (node) => {
  const code = compileNode(node, compileTraced);
  return (scope, run) => {
    const value = code(scope, run);
    run.trace?.(node, value, run.expression);
    return value;
  };
};

function compileNode(node: FeelNode, compile: Compile): Code {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      return () => value;
    }
    case 'name':
      return compileName(node);
    case 'tested':
      return compileTested();
    case 'path':
      return compilePath(node, compile);
    case 'arithmetic':
      return compileArithmetic(node, compile);
    case 'negation':
      return compileNegation(node, compile);
    case 'comparison':
      return compileComparison(node, compile);
    case 'between':
      return compileBetween(node, compile);
    case 'in':
      return compileIn(node, compile);
    case 'junction':
      return compileJunction(node, compile);
    case 'if':
      return compileIf(node, compile);
    case 'range':
      return compileRange(node, compile);
    case 'compareTest':
      return compileCompareTest(node, compile);
    case 'list': {
      const items = node.items.map(compile);
      return (scope, run) => items.map((item) => item(scope, run));
    }
    case 'context':
      return compileContext(node, compile);
    case 'filter':
      return compileFilter(node, compile);
    case 'for':
      return compileFor(node, compile);
    case 'quantified':
      return compileQuantified(node, compile);
    case 'call':
      return compileCall(node, compile);
    case 'function':
      return compileFunction(node, compile);
    case 'instanceOf':
      return compileInstanceOf(node, compile);
    case 'unaryTests':
      return compileUnaryTests(node, compile);
  }
}
