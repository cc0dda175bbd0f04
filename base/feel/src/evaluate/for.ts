import { mentions } from '../mentions.ts';
import type { For } from '../tree.ts';
import type { FeelValue } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { iterate } from './iterate.ts';
import { spend, within, type Run, type Scope } from './run.ts';

/** `partial` is the list of the results so far. */
export function evaluateFor(node: For, scope: Scope, run: Run): FeelValue {
  const results: FeelValue[] = [];
  const asksPartial = mentions(node.body, (inner) => inner.kind === 'name' && inner.name === 'partial');
  const walked = iterate(node.iterators, scope, run, node, (inner) => {
    results.push(evaluateNode(node.body, asksPartial ? withPartial(inner, results, run) : inner, run));
    return true;
  });
  return walked ? results : null;
}

/** A copy: a list that holds itself could not be printed or compared. */
function withPartial(scope: Scope, results: readonly FeelValue[], run: Run): Scope {
  spend(run, results.length);
  return within(scope, new Map([['partial', [...results]]]));
}
