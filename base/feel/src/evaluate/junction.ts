import type { Junction } from '../tree.ts';
import type { Code, Compile } from './code.ts';

/** Three-valued: the deciding side wins, whatever the other is; what is no boolean counts as unknown. */
export function compileJunction(node: Junction, compile: Compile): Code {
  const deciding = node.operator === 'or';
  const [leftOf, rightOf] = [compile(node.left), compile(node.right)];
  return (scope, run) => {
    const left = leftOf(scope, run);
    if (left === deciding) return deciding;
    const right = rightOf(scope, run);
    if (right === deciding) return deciding;
    return left === !deciding && right === !deciding ? !deciding : null;
  };
}
