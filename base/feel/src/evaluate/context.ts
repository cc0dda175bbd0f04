import type { ContextNode } from '../tree.ts';
import type { FeelContext, FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { within, type Run, type Scope } from './run.ts';

/** Each entry sees the ones before it. */
export function evaluateContext(node: ContextNode, scope: Scope, run: Run): FeelContext {
  const values = new Map<string, FeelValue>();
  const inner = within(scope, values);
  for (const { key, value } of node.entries) values.set(key, evaluateNode(value, inner, run));
  return values;
}
