import type { Path } from '../tree.ts';
import type { FeelValue } from '../values/value.ts';
import { isContext, isList, isTagged, kindOf } from '../values/value.ts';
import type { Code, Compile } from './code.ts';
import { findProperty } from './property.ts';
import { nullBecause, spend, type Run } from './run.ts';

/** A field of a context, of each item of a list, or a part of a date, time, duration or range. */
export function compilePath(node: Path, compile: Compile): Code {
  const sourceOf = compile(node.source);
  return (scope, run) => {
    const source = sourceOf(scope, run);
    if (!isList(source)) return fieldOf(source, node, run);
    spend(run, source.length);
    return source.map((item) => fieldOf(item, node, run));
  };
}

function fieldOf(source: FeelValue, node: Path, run: Run): FeelValue {
  const value = isContext(source) ? source.get(node.name) : undefined;
  if (value !== undefined) return value;
  const property = isTagged(source) ? findProperty(source, node.name) : undefined;
  if (property !== undefined) return property;
  const kind = kindOf(source);
  return nullBecause(run, node, `${kind} 没有“${node.name}”`, `${kind} has no “${node.name}”`);
}
