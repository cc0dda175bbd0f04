import type { Quantified } from '../tree.ts';
import type { FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { iterate } from './iterate.ts';
import type { Run, Scope } from './run.ts';

/** `some` and `every`, three-valued: one deciding item decides; else unknown if one is unknown. */
export function evaluateQuantified(node: Quantified, scope: Scope, run: Run): FeelValue {
  const deciding = node.quantifier === 'some';
  let value: boolean | null = !deciding;
  const walked = iterate(node.iterators, scope, run, node, (inner) => {
    const holds = evaluateNode(node.condition, inner, run);
    if (holds === deciding) {
      value = deciding;
      return false;
    }
    if (holds !== !deciding) value = null;
    return true;
  });
  return walked ? value : null;
}
