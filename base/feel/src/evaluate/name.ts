import { builtins } from '../functions/registry.ts';
import type { Name } from '../tree.ts';
import type { Code } from './code.ts';
import { findName, nullBecause } from './run.ts';

/** The value that the innermost scope gives a name, or the built-in function of that name. */
export function compileName(node: Name): Code {
  const { name } = node;
  const builtin = builtins.get(name);
  return (scope, run) => {
    const value = findName(scope, name);
    if (value !== undefined) return value;
    if (builtin !== undefined) return builtin.value;
    return nullBecause(run, node, `没有“${name}”的值`, `there is no value of “${name}”`);
  };
}

/** `?` */
export function compileTested(): Code {
  return (scope) => findName(scope, '?') ?? null;
}
