import type { If } from '../tree.ts';
import type { Code, Compile } from './code.ts';

/** Anything but true takes the alternative. */
export function compileIf(node: If, compile: Compile): Code {
  const [condition, consequent, alternative] = [
    compile(node.condition),
    compile(node.consequent),
    compile(node.alternative),
  ];
  return (scope, run) => (condition(scope, run) === true ? consequent(scope, run) : alternative(scope, run));
}
