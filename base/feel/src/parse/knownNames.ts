import { declaredContexts } from '../check/propertyType.ts';
import type { FeelType } from '../check/type.ts';
import { builtins } from '../functions/registry.ts';
import { normalName, type Variables } from './syntaxTree.ts';

/** What is made of the names that an expression may use. */
export interface KnownNames {
  /** Those and the built-ins that are written with spaces. */
  readonly all: Variables;
  /** Each by its normal form. */
  readonly declared: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
  readonly types: ReadonlyMap<string, FeelType>;
  /** The types of contexts inside those. */
  readonly contexts: ReadonlySet<FeelType>;
}

/** Built-ins with spaces have to be known to be read as one name; the others must not be, or the keyword `not` is read as a name. */
const builtinNames: Variables = Object.fromEntries(
  [...builtins.keys()].filter((name) => name.includes(' ')).map((name) => [name, 'function']),
);

const remembered = new WeakMap<Variables, KnownNames>();

/** Remembered by the object: the cells of a table are read with one, and 3,000 names cost a millisecond each time they are sorted. */
export function knownNames(variables: Variables): KnownNames {
  const before = remembered.get(variables);
  if (before !== undefined) return before;
  const all = { ...builtinNames, ...variables };
  const names: KnownNames = {
    all,
    declared: new Map(Object.keys(all).map((name) => [normalName(name), name])),
    known: new Set(Object.keys(variables)),
    types: new Map(Object.entries(variables)),
    contexts: declaredContexts(Object.values(variables)),
  };
  remembered.set(variables, names);
  return names;
}
