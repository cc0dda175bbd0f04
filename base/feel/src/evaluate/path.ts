import type { Path } from '../tree.ts';
import type { FeelValue } from '../values/value.ts';
import { isContext, isList, isTagged, kindOf } from '../values/value.ts';
import { evaluateNode } from './evaluateNode.ts';
import { findProperty } from './property.ts';
import { nullBecause, spend, type Run, type Scope } from './run.ts';

/** A field of a context, of each item of a list, or a part of a date, time, duration or range. */
export function evaluatePath(node: Path, scope: Scope, run: Run): FeelValue {
  const source = evaluateNode(node.source, scope, run);
  if (isList(source)) {
    spend(run, source.length);
    return source.map((item) => fieldOf(item, node, run));
  }
  return fieldOf(source, node, run);
}

function fieldOf(source: FeelValue, node: Path, run: Run): FeelValue {
  const value = isContext(source) ? source.get(node.name) : undefined;
  if (value !== undefined) return value;
  const property = isTagged(source) ? findProperty(source, node.name) : undefined;
  if (property !== undefined) return property;
  const kind = kindOf(source);
  return nullBecause(run, node, `${kind} 没有“${node.name}”`, `${kind} has no “${node.name}”`);
}
