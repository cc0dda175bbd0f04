import { faults } from '../faults.ts';
import { builtins, clockFunctions } from '../functions/registry.ts';
import { findCommonMistake } from '../parse/commonMistake.ts';
import { syntaxFault } from '../parse/syntaxFault.ts';
import { placeAt, type Origin } from '../place.ts';
import type { Call, FeelNode, Iterator } from '../tree.ts';
import { didYouMean, findNearest } from './suggest.ts';

interface Names {
  readonly known: ReadonlySet<string>;
  /** Inside a filter the fields of an item are names too, and which they are is known only when it runs. */
  readonly open: boolean;
}

/** Refuses a name that nothing defines. @throws feel.unknownName with the nearest known name, feel.wrongArguments. */
export function checkNames(
  root: FeelNode,
  text: string,
  known: ReadonlySet<string>,
  origin: Origin,
  clock: 'refuse' | 'given' = 'refuse',
): void {
  const isRefused = (name: string): boolean => clock === 'refuse' && clockFunctions.has(name);
  const refuse = (name: string, from: number, known: ReadonlySet<string>): never => {
    if (isRefused(name)) throw faults.unsupported({ ...placeAt(text, from, origin), what: `${name}()` });
    const near = findNearest(name, [...known, ...builtins.keys()]);
    if (near === undefined && findCommonMistake(name) !== undefined) throw syntaxFault(text, from, origin, known);
    throw faults.unknownName({
      ...placeAt(text, from, origin),
      name,
      ...didYouMean(near),
    });
  };

  const visitIterators = (iterators: readonly Iterator[], names: Names): Names => {
    let inner = names;
    for (const { name, source, end } of iterators) {
      visit(source, inner);
      if (end !== undefined) visit(end, inner);
      inner = withNames(inner, [name]);
    }
    return inner;
  };

  const visitCall = (node: Call, names: Names): void => {
    const { callee } = node;
    for (const argument of node.positional ?? []) visit(argument, names);
    for (const argument of node.named ?? []) visit(argument.value, names);
    if (callee.kind !== 'name' || names.known.has(callee.name)) return visit(callee, names);
    const builtin = builtins.get(callee.name);
    if (isRefused(callee.name)) return refuse(callee.name, callee.from, names.known);
    if (builtin === undefined) return names.open ? undefined : refuse(callee.name, callee.from, names.known);
    if (
      builtin.fits(
        node.positional?.length,
        node.named?.map((argument) => argument.name),
      )
    )
      return undefined;
    throw faults.wrongArguments({
      ...placeAt(text, node.from, origin),
      name: callee.name,
      expected: builtin.signatures.map((signature) => signature.join(', ')).join(' | '),
    });
  };

  const visit = (node: FeelNode, names: Names): void => {
    switch (node.kind) {
      case 'name':
        if (!names.known.has(node.name) && (isRefused(node.name) || (!names.open && !builtins.has(node.name)))) {
          refuse(node.name, node.from, names.known);
        }
        return;
      case 'call':
        return visitCall(node, names);
      case 'for':
        return visit(node.body, withNames(visitIterators(node.iterators, names), ['partial']));
      case 'quantified':
        return visit(node.condition, visitIterators(node.iterators, names));
      case 'filter':
        visit(node.source, names);
        return visit(node.condition, { ...withNames(names, ['item']), open: true });
      case 'function':
        return visit(
          node.body,
          withNames(
            names,
            node.parameters.map((parameter) => parameter.name),
          ),
        );
      case 'context': {
        let inner = names;
        for (const { key, value } of node.entries) {
          visit(value, inner);
          inner = withNames(inner, [key]);
        }
        return;
      }
      case 'literal':
      case 'tested':
      case 'path':
      case 'arithmetic':
      case 'negation':
      case 'comparison':
      case 'between':
      case 'in':
      case 'junction':
      case 'if':
      case 'range':
      case 'compareTest':
      case 'list':
      case 'instanceOf':
      case 'unaryTests':
        for (const child of childrenOf(node)) visit(child, names);
    }
  };
  visit(root, { known, open: false });
}

function withNames(names: Names, added: readonly string[]): Names {
  return { ...names, known: new Set([...names.known, ...added]) };
}

/** The parts of a node that opens no scope of its own and takes no arguments; none for the others. */
export function childrenOf(node: FeelNode): readonly FeelNode[] {
  switch (node.kind) {
    case 'path':
      return [node.source];
    case 'arithmetic':
    case 'comparison':
    case 'junction':
      return [node.left, node.right];
    case 'negation':
    case 'compareTest':
      return [node.operand];
    case 'between':
      return [node.value, node.low, node.high];
    case 'in':
      return [node.value, ...node.tests];
    case 'if':
      return [node.condition, node.consequent, node.alternative];
    case 'range':
      return [node.low, node.high].filter((end) => end !== undefined);
    case 'list':
      return node.items;
    case 'instanceOf':
      return [node.value];
    case 'unaryTests':
      return node.tests;
    case 'literal':
    case 'name':
    case 'tested':
    case 'call':
    case 'context':
    case 'filter':
    case 'for':
    case 'quantified':
    case 'function':
      return [];
  }
}
