import type { Quantified } from '../tree.ts';
import type { Code, Compile } from './code.ts';
import { compileIteration } from './iterate.ts';

/** `some` and `every`, three-valued: one deciding item decides; else unknown if one is unknown. */
export function compileQuantified(node: Quantified, compile: Compile): Code {
  const deciding = node.quantifier === 'some';
  const condition = compile(node.condition);
  const walk = compileIteration(node.iterators, node, node.condition, compile);
  return (scope, run) => {
    let value: boolean | null = !deciding;
    const walked = walk(scope, run, (inner) => {
      const holds = condition(inner, run);
      if (holds === deciding) {
        value = deciding;
        return false;
      }
      if (holds !== !deciding) value = null;
      return true;
    });
    return walked ? value : null;
  };
}
