import { kindOf, type FeelValue } from '@yiwang/feel';
import type { Register, RegisterColumn } from '../register/register.ts';
import { columnOf, isDay } from './changeable.ts';
import type { Given, Leaf } from './condition.ts';
import { ladderOf, rungOf, valueAt, type Ladder } from './steps.ts';
import { evaluateAt, seen, supposed, truthOf, type World } from './world.ts';

/** One value exchanged, after which a leaf is as wanted. */
export interface Move {
  readonly given: Given;
  readonly to: FeelValue;
}

const maxTexts = 8;

/** The smallest changes of single values that make a leaf true, or false; up and down, and one for each value it depends on. */
export function movesOf(leaf: Leaf, want: boolean, world: World, register: Register | undefined): readonly Move[] {
  let found = known.get(world);
  if (found === undefined) {
    found = new Map();
    known.set(world, found);
  }
  const key = want ? leaf.id : -1 - leaf.id;
  const moves = found.get(key) ?? findMoves(leaf, want, world, register);
  found.set(key, moves);
  return moves;
}

/** By the ids of leaves, those to be made false counted from -1 down: policies ask the same about an entity. */
const known = new WeakMap<World, Map<number, readonly Move[]>>();

function findMoves(leaf: Leaf, want: boolean, world: World, register: Register | undefined): Move[] {
  return leaf.givens.flatMap((given) => {
    const column = columnOf(given, register);
    const works = (to: FeelValue): boolean => truthOf(leaf, supposed(world, given, to)) === want;
    return targets(leaf, given, column, world, works).map((to) => ({ given, to }));
  });
}

function targets(
  leaf: Leaf,
  given: Given,
  column: RegisterColumn | undefined,
  world: World,
  works: (to: FeelValue) => boolean,
): FeelValue[] {
  const value = seen(given, world);
  const direct = leaf.subject?.given?.key === given.key;
  const ends = direct ? wantedEnds(leaf, world) : [];
  if (kindOf(value) === 'boolean' || column?.type === 'boolean' || ends.some((end) => kindOf(end) === 'boolean')) {
    return [true, false].filter((to) => to !== value && works(to));
  }
  const sample = value ?? ends.find((end) => end !== null) ?? null;
  const ladder = ladderOf(sample, column, ends);
  if (ladder === undefined) return textTargets(value, ends, column, works);
  const start = value === null ? undefined : rungOf(value, ladder)?.rung;
  const found = direct ? besideEnds(ends, ladder, start, works) : [];
  const reached = found.length > 0 || start === undefined ? found : searched(start, ladder, works, direct);
  const after = isDay(given, value) ? reached.filter((rung) => start === undefined || rung > start) : reached;
  return after.map((rung) => valueAt(rung, ladder));
}

function wantedEnds(leaf: Leaf, world: World): FeelValue[] {
  return (leaf.wanted?.parts ?? []).flatMap((part) => {
    const expressions = part.kind === 'point' ? [part.value] : [part.low, part.high];
    return expressions.flatMap((one) => (one === undefined ? [] : [evaluateAt(one, leaf.site, world)].flat()));
  }) as FeelValue[];
}

function textTargets(
  value: FeelValue,
  ends: readonly FeelValue[],
  column: RegisterColumn | undefined,
  works: (to: FeelValue) => boolean,
): FeelValue[] {
  const known = column?.type === 'string' ? (column.values ?? []).map((one): FeelValue => one.value) : [];
  const texts = new Set([...ends, ...known].filter((end) => typeof end === 'string'));
  return [...texts].filter((to) => to !== value && works(to)).slice(0, maxTexts);
}

/** The nearest value beside a wanted end, below and above what is seen. */
function besideEnds(
  ends: readonly FeelValue[],
  ladder: Ladder,
  start: bigint | undefined,
  works: (to: FeelValue) => boolean,
): bigint[] {
  const rungs = new Set(
    ends.flatMap((end) => {
      const at = rungOf(end, ladder)?.rung;
      return at === undefined ? [] : [at - 1n, at, at + 1n];
    }),
  );
  const inside = [...rungs].filter((rung) => rung !== start && rung >= ladder.min && rung <= ladder.max);
  const working = inside.filter((rung) => works(valueAt(rung, ladder))).sort((a, b) => (a < b ? -1 : 1));
  if (start === undefined) return working.slice(0, 1);
  const [below, above] = [working.findLast((rung) => rung < start), working.find((rung) => rung > start)];
  return [below, above].filter((rung) => rung !== undefined);
}

/** Where the way to a value is a computation: the first rung that works, up and down, taking it that all after it do. */
function searched(start: bigint, ladder: Ladder, works: (to: FeelValue) => boolean, direct: boolean): bigint[] {
  if (direct) return [];
  return [1n, -1n].flatMap((sign) => {
    const limit = sign > 0n ? ladder.max - start : start - ladder.min;
    const at = (far: bigint): boolean => works(valueAt(start + sign * far, ladder));
    let far = 1n;
    let before = 0n;
    while (far < limit && !at(far)) {
      before = far;
      far *= 4n;
    }
    if (far >= limit) far = limit;
    if (far <= before || !at(far)) return [];
    while (far - before > 1n) {
      const middle = (before + far) / 2n;
      if (at(middle)) far = middle;
      else before = middle;
    }
    return [start + sign * far];
  });
}
