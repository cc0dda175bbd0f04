import type { FeelType, Variables } from '@yiwang/feel';

const known = new WeakMap<object, number>();

/** How many types there are in a type when all is written out; a type that holds another twice counts it twice. */
export function weightOf(type: FeelType): number {
  if (typeof type === 'string') return 1;
  const before = known.get(type);
  if (before !== undefined) return before;
  const weight = 1 + partsOf(type).reduce((sum, part) => sum + weightOf(part), 0);
  known.set(type, weight);
  return weight;
}

export function weightOfNames(names: Variables): number {
  const before = known.get(names);
  if (before !== undefined) return before;
  const weight = Object.values(names).reduce<number>((sum, type) => sum + weightOf(type), 1);
  known.set(names, weight);
  return weight;
}

function partsOf(type: Exclude<FeelType, string>): readonly FeelType[] {
  if ('list' in type) return [type.list];
  if ('range' in type) return [type.range];
  if ('function' in type) return [...type.function.parameters, type.function.result];
  return Object.values(type.context);
}
