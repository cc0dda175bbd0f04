import type { InstanceOf } from '../tree.ts';
import { hasType } from '../values/hasType.ts';
import type { Code, Compile } from './code.ts';

export function compileInstanceOf(node: InstanceOf, compile: Compile): Code {
  const value = compile(node.value);
  return (scope, run) => hasType(value(scope, run), node.type);
}
