import type { ContextNode } from '../tree.ts';
import type { FeelValue } from '../values/value.ts';
import type { Code, Compile } from './code.ts';
import { within } from './run.ts';

/** Each entry sees the ones before it. */
export function compileContext(node: ContextNode, compile: Compile): Code {
  const entries = node.entries.map(({ key, value }) => ({ key, code: compile(value) }));
  return (scope, run) => {
    const values = new Map<string, FeelValue>();
    const inner = within(scope, values);
    for (const { key, code } of entries) values.set(key, code(inner, run));
    return values;
  };
}
