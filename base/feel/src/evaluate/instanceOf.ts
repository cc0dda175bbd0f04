import { kindOfType, type FeelType } from '../check/type.ts';
import type { InstanceOf } from '../tree.ts';
import { isContext, isList, kindOf, type FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import type { Run, Scope } from './run.ts';

export function evaluateInstanceOf(node: InstanceOf, scope: Scope, run: Run): FeelValue {
  return hasType(evaluateNode(node.value, scope, run), node.type);
}

/** Null is of no type but `null`. */
export function hasType(value: FeelValue, type: FeelType): boolean {
  if (type === 'any') return value !== null;
  if (typeof type === 'string') return kindOf(value) === type;
  if ('list' in type) return isList(value) && (type.list === 'any' || value.every((item) => hasType(item, type.list)));
  if ('range' in type || 'function' in type) return kindOf(value) === kindOfType(type);
  return (
    isContext(value) && Object.entries(type.context).every(([key, inner]) => hasType(value.get(key) ?? null, inner))
  );
}
