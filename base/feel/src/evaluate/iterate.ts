import type { FeelNode, Iterator } from '../tree.ts';
import { add, compareExact, exactOf, isExact, isInteger, one, subtract, type Exact } from '../values/exact.ts';
import { addNanoseconds, compareDates } from '../values/farYear.ts';
import { isList, isTagged, type FeelDate, type FeelRange, type FeelValue } from '../values/value.ts';
import { extentOf, type Code, type Compile } from './code.ts';
import { binding, nullBecause, spend, type Run, type Scope } from './run.ts';

/** Visits each combination of the iterators; `visit` returns false to stop. False where a source is nothing that can be walked: the whole expression is null then. */
type Walk = (scope: Scope, run: Run, visit: (scope: Scope) => boolean) => boolean;

interface Walked {
  readonly name: string;
  readonly source: Code;
  readonly end: Code | undefined;
}

/** Walks all combinations of the iterators, the last one fastest; later ones see the earlier. Each costs as much as the body has nodes. */
export function compileIteration(
  iterators: readonly Iterator[],
  owner: FeelNode,
  body: FeelNode,
  compile: Compile,
): Walk {
  const walked = iterators.map(({ name, source, end }): Walked => {
    return { name, source: compile(source), end: end === undefined ? undefined : compile(end) };
  });
  const { size } = extentOf(body);
  return (scope, run, visit) => {
    let walkable = true;
    const step = (index: number, inner: Scope): boolean => {
      const iterator = walked[index];
      if (iterator === undefined) {
        spend(run, size);
        return visit(inner);
      }
      const items = itemsOf(iterator, inner, run, owner);
      if (items === null) {
        walkable = false;
        return false;
      }
      for (const item of items) {
        spend(run, 1);
        if (!step(index + 1, binding(inner, iterator.name, item))) return false;
      }
      return true;
    };
    step(0, scope);
    return walkable;
  };
}

function itemsOf(iterator: Walked, scope: Scope, run: Run, owner: FeelNode): Iterable<FeelValue> | null {
  const source = iterator.source(scope, run);
  if (iterator.end !== undefined) return countUp(source, iterator.end(scope, run)) ?? unwalkable(run, owner);
  if (isList(source)) return source;
  if (isTagged(source) && source.kind === 'range') return ofRange(source) ?? unwalkable(run, owner);
  return source === null ? unwalkable(run, owner) : [source];
}

function unwalkable(run: Run, owner: FeelNode): null {
  return nullBecause(run, owner, '无法遍历', 'there is nothing to iterate over');
}

function ofRange(range: FeelRange): Iterable<FeelValue> | undefined {
  if (range.lowOpen || range.highOpen || !isExact(range.low) || !isExact(range.high)) {
    return range.lowIncluded && range.highIncluded ? countUp(range.low, range.high) : undefined;
  }
  const low = range.lowIncluded ? range.low : add(range.low, one);
  const high = range.highIncluded ? range.high : subtract(range.high, one);
  if (low === undefined || high === undefined) return undefined;
  return compareExact(low, high) > 0 ? undefined : countUp(low, high);
}

/** From one whole number or date to another, down where the second is below. Lazy: a step limit ends a long one. */
function countUp(from: FeelValue, to: FeelValue): Iterable<FeelValue> | undefined {
  if (isExact(from) && isExact(to)) return isInteger(from) && isInteger(to) ? numbers(from, to) : undefined;
  if (isTagged(from) && isTagged(to) && from.kind === 'date' && to.kind === 'date') return dates(from, to);
  return undefined;
}

function* numbers(from: Exact, to: Exact): Iterable<FeelValue> {
  const direction = exactOf(compareExact(from, to) <= 0 ? 1 : -1) ?? one;
  let at = from;
  while (true) {
    yield at;
    if (compareExact(at, to) === 0) return;
    const next = add(at, direction);
    // Past 34 digits adding one changes nothing; stop rather than run to the step limit.
    if (next === undefined || compareExact(next, at) === 0) return;
    at = next;
  }
}

function* dates(from: FeelDate, to: FeelDate): Iterable<FeelValue> {
  const step = BigInt(compareDates(from, to) <= 0 ? 1 : -1) * 86_400_000_000_000n;
  let at: FeelDate = from;
  while (true) {
    yield at;
    if (compareDates(at, to) === 0) return;
    const next = addNanoseconds(at, step);
    if (next?.kind !== 'date') return;
    at = next;
  }
}
