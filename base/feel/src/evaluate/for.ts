import { mentions } from '../mentions.ts';
import type { For } from '../tree.ts';
import type { FeelValue } from '../values/value.ts';
import type { Code, Compile } from './code.ts';
import { compileIteration } from './iterate.ts';
import { binding, spend } from './run.ts';

/** `partial` is the list of the results so far. */
export function compileFor(node: For, compile: Compile): Code {
  const body = compile(node.body);
  const walk = compileIteration(node.iterators, node, node.body, compile);
  const asksPartial = mentions(node.body, (inner) => inner.kind === 'name' && inner.name === 'partial');
  return (scope, run) => {
    const results: FeelValue[] = [];
    const walked = walk(scope, run, (inner) => {
      if (asksPartial) {
        // A copy: a list that holds itself could not be printed or compared.
        spend(run, results.length);
        results.push(body(binding(inner, 'partial', [...results]), run));
      } else results.push(body(inner, run));
      return true;
    });
    return walked ? results : null;
  };
}
