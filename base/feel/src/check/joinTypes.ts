import type { FeelType } from './type.ts';

/** The narrowest type that holds the values of both; null adds nothing, as it is a value of every type. */
export function joinTypes(a: FeelType, b: FeelType): FeelType {
  if (a === b || b === 'null') return a;
  if (a === 'null') return b;
  if (typeof a === 'string' || typeof b === 'string') return joinWithSimple(a, b);
  if ('list' in a && 'list' in b) return { list: joinTypes(a.list, b.list) };
  if ('range' in a && 'range' in b) return { range: joinTypes(a.range, b.range) };
  if ('context' in a && 'context' in b) {
    // What only one of them has may be missing, and a missing entry is null.
    const keys = Object.keys(a.context).filter((key) => Object.hasOwn(b.context, key));
    return {
      context: Object.fromEntries(
        keys.map((key) => [key, joinTypes(a.context[key] ?? 'any', b.context[key] ?? 'any')]),
      ),
    };
  }
  return 'function' in a && 'function' in b ? 'function' : 'any';
}

function joinWithSimple(a: FeelType, b: FeelType): FeelType {
  const [simple, other] = typeof a === 'string' ? [a, b] : [b, a];
  if (typeof other === 'string') return 'any';
  return (simple === 'range' && 'range' in other) || (simple === 'function' && 'function' in other) ? simple : 'any';
}

export function joinAll(types: readonly FeelType[]): FeelType {
  const [first, ...rest] = types;
  return first === undefined ? 'any' : rest.reduce(joinTypes, first);
}
