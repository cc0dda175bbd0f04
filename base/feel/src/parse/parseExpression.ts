import { checkNames } from '../check/checkNames.ts';
import { inferTypes, type TypeMistake } from '../check/inferTypes.ts';
import type { FeelType } from '../check/type.ts';
import { didYouMean } from '../check/suggest.ts';
import { faults } from '../faults.ts';
import { noOrigin, placeAt, type Origin } from '../place.ts';
import type { FeelNode } from '../tree.ts';
import { fromSyntax } from './fromSyntax.ts';
import { knownNames } from './knownNames.ts';
import { syntaxTree, type Variables } from './syntaxTree.ts';

/** A FEEL text that was read and checked; what `evaluate` takes. */
export interface Expression {
  readonly text: string;
  readonly root: FeelNode;
  readonly origin: Origin;
  /** Type mistakes that evaluate to null; empty unless `mistakes: 'null'` was asked. */
  readonly mistakes: readonly TypeMistake[];
  /** The type of every node, as precise as can be known before it runs; `any` where nothing is. */
  readonly types: ReadonlyMap<FeelNode, FeelType>;
}

export interface ParseOptions {
  /** The names that may occur, with their types (`any` where unknown). */
  readonly variables?: Variables;
  /** Types that the model declares, for `instance of` and parameters, by name (with a prefix such as `shared.tFirm` where imported). */
  readonly types?: Readonly<Record<string, FeelType>>;
  readonly origin?: Origin;
  /** `refuse` (default): now() and today() are refused, so that a decision is the same at any time. `given`: they are what `evaluate` is given as `now`. */
  readonly clock?: 'refuse' | 'given';
  /** `refuse` (default): an operation on unfitting types is a fault. `null`: it is listed, and is null when evaluated, as DMN has it. */
  readonly mistakes?: 'refuse' | 'null';
}

const noNames: Variables = {};

/**
 * Reads an expression.
 * @throws feel.syntax, feel.unsupported, feel.unknownName, feel.wrongArguments, feel.typeMistake, feel.tooLarge, each with file, line, column.
 */
export function parseExpression(text: string, options: ParseOptions = {}): Expression {
  return parse(text, 'Expression', options);
}

/** Reads the unary tests of a decision table's cell: `<= 0.15`, `"a","b"`, `not(…)`, `-`, or an expression about `?`. Throws as `parseExpression`. */
export function parseUnaryTests(text: string, options: ParseOptions = {}): Expression {
  return parse(text, 'UnaryTests', options);
}

function parse(text: string, top: 'Expression' | 'UnaryTests', options: ParseOptions): Expression {
  const {
    variables = noNames,
    types: declared = {},
    origin = noOrigin,
    mistakes = 'refuse',
    clock = 'refuse',
  } = options;
  const names = knownNames(variables);
  const root = fromSyntax(syntaxTree(text, top, names.all, origin), text, names.declared, declared, origin);
  checkNames(root, text, names.known, origin, clock);
  const { types, mistakes: found } = inferTypes(root, text, names.types, names.contexts, origin);
  const first = found[0];
  if (first !== undefined && mistakes === 'refuse') {
    const { place, operation, left, right, missing } = first;
    if (missing !== undefined) throw faults.unknownField({ ...place, name: missing.name, ...didYouMean(missing.near) });
    throw faults.typeMistake({ ...place, operation, left, right });
  }
  return { text, root, origin, mistakes: found, types };
}

/** The place of a node, for traces and warnings. */
export function placeOf(expression: Expression, node: FeelNode) {
  return placeAt(expression.text, node.from, expression.origin);
}
