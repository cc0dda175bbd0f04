import { fromFeel, isExact, type Expression, type FeelValue } from '@yiwang/feel';
import type { Register } from '../register/register.ts';
import { columnOf, isFixed, oneStep } from './changeable.ts';
import type { Condition, Leaf, RulesCondition, Site } from './condition.ts';
import { nearestMisses } from './nearestMiss.ts';
import { valueOfCondition } from './stateOf.ts';
import { isConstant } from './wantedParts.ts';
import { evaluateAt, seen, type World } from './world.ts';

const effort = 12;

/**
 * Whether changes that can be made, of this distance at most, make it true. A lower bound is looked at first: of an entity's
 * 639 policies most fail by far, and the search is for the few that do not.
 */
export function isNear(condition: Condition, world: World, register: Register | undefined, within: number): boolean {
  const isInReach = (part: Condition, want: boolean, then: World): boolean =>
    boundOf(part, want, then, register) <= within;
  if (!isInReach(condition, true, world)) return false;
  const verify = (): boolean => true;
  const [nearest] = nearestMisses({ condition, world, register, verify, wanted: 1, effort, within, isInReach });
  return nearest !== undefined && nearest.possible && nearest.distance <= within;
}

const never = Number.POSITIVE_INFINITY;

/** No set of changes costs less: changes of different values add up, and one change may serve all conditions about its value. */
function boundOf(condition: Condition, want: boolean, world: World, register: Register | undefined): number {
  if (valueOfCondition(condition, world) === want) return 0;
  const bound = (part: Condition, wanted: boolean): number => boundOf(part, wanted, world, register);
  switch (condition.kind) {
    case 'constant':
      return never;
    case 'leaf':
      return boundOfLeaf(condition, want, world, register);
    case 'not':
      return bound(condition.part, !want);
    case 'all':
    case 'any': {
      if ((condition.kind === 'all') === want) return boundOfAll(condition.parts, want, world, register);
      let best = never;
      for (const part of condition.parts) best = Math.min(best, bound(part, want));
      return best;
    }
    case 'if':
      return 0;
    case 'rules':
      return boundOfRules(condition, want, world, register);
  }
}

function boundOfAll(parts: readonly Condition[], want: boolean, world: World, register: Register | undefined): number {
  let sum = 0;
  let farthest = 0;
  const counted: string[] = [];
  for (const part of parts) {
    const one = boundOf(part, want, world, register);
    if (one === 0) continue;
    if (one === never) return never;
    farthest = Math.max(farthest, one);
    const key = part.kind === 'leaf' ? part.subject?.given?.key : undefined;
    if (key === undefined || counted.includes(key)) continue;
    counted.push(key);
    sum += one;
  }
  return Math.max(sum, farthest);
}

/** A rule that gives what is wanted has to match; breaking one that matches is not looked at here. */
function boundOfRules(condition: RulesCondition, want: boolean, world: World, register: Register | undefined): number {
  let best = never;
  for (const { match, result } of condition.rules) {
    const matches = valueOfCondition(match, world) === true;
    if (result.kind !== 'constant' || (matches && result.value !== want)) return 0;
    if (result.value === want) best = Math.min(best, boundOf(match, true, world, register));
  }
  return valueOfCondition(condition.otherwise, world) === want ? 0 : best;
}

/** By world, by the ids of leaves, those to be made false counted from -1 down: what policies say alike is asked once. */
const known = new WeakMap<World, Map<number, number>>();

function boundOfLeaf(leaf: Leaf, want: boolean, world: World, register: Register | undefined): number {
  let bounds = known.get(world);
  if (bounds === undefined) {
    bounds = new Map();
    known.set(world, bounds);
  }
  const key = want ? leaf.id : -1 - leaf.id;
  const before = bounds.get(key);
  if (before !== undefined) return before;
  const made = leafDistance(leaf, want, world, register);
  bounds.set(key, made);
  return made;
}

const ends = new WeakMap<Expression, number>();

/** A threshold that is a literal is read once for all entities. */
function endDouble(end: Expression, site: Site, world: World): number | undefined {
  const before = ends.get(end);
  if (before !== undefined) return before;
  const value = doubleOf(evaluateAt(end, site, world));
  if (value !== undefined && isConstant(end.root)) ends.set(end, value);
  return value;
}

function doubleOf(value: FeelValue): number | undefined {
  return isExact(value) ? Number(fromFeel(value)) : undefined;
}

/** Room for what doubles round. */
const slack = 1 - 1e-9;

function leafDistance(
  { subject, wanted, site }: Leaf,
  want: boolean,
  world: World,
  register: Register | undefined,
): number {
  const given = subject?.given;
  if (given === undefined || wanted === undefined) return 0;
  const value = seen(given, world);
  // What is not given may be anything; one value supposed for it is as near as another.
  if (value === null || world.asked.has(given.key)) return 0;
  if (isFixed(given, value, register)) return never;
  if (typeof value === 'boolean' || typeof value === 'string') return oneStep;
  const from = doubleOf(value);
  if (from === undefined) return 0;
  // A single value is left by the smallest step; an interval, like one to be reached, only past an end.
  const leaves = wanted.negated === want;
  if (leaves && wanted.parts.some(({ kind }) => kind === 'point')) return 0;
  let best = never;
  for (const part of wanted.parts) {
    for (const end of part.kind === 'point' ? [part.value] : [part.low, part.high]) {
      const to = end === undefined ? undefined : endDouble(end, site, world);
      if (to === undefined) continue;
      const larger = Math.max(Math.abs(from), Math.abs(to));
      // An end that is excluded is passed by a step more; towards zero the share of a step is small against it.
      best = Math.min(best, larger === 0 ? 0 : (Math.abs(to - from) / larger) * slack);
    }
  }
  return columnOf(given, register) === undefined && best === never ? 0 : best;
}
