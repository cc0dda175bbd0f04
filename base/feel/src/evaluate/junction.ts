import type { Junction } from '../tree.ts';
import type { FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import type { Run, Scope } from './run.ts';

/** Three-valued: the deciding side wins, whatever the other is; what is no boolean counts as unknown. */
export function evaluateJunction(node: Junction, scope: Scope, run: Run): FeelValue {
  const deciding = node.operator === 'or';
  const left = evaluateNode(node.left, scope, run);
  if (left === deciding) return deciding;
  const right = evaluateNode(node.right, scope, run);
  if (right === deciding) return deciding;
  return left === !deciding && right === !deciding ? !deciding : null;
}
