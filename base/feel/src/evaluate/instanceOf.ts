import type { InstanceOf } from '../tree.ts';
import type { FeelValue } from '../values/value.ts';
import { hasType } from '../values/hasType.ts';
import { evaluateNode } from './evaluateNode.ts';
import type { Run, Scope } from './run.ts';

export function evaluateInstanceOf(node: InstanceOf, scope: Scope, run: Run): FeelValue {
  return hasType(evaluateNode(node.value, scope, run), node.type);
}
