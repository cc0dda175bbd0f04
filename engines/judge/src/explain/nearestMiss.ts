import { equalValues, feelText, type FeelValue } from '@yiwang/feel';
import type { Register } from '../register/register.ts';
import { distanceOf, isFixed } from './changeable.ts';
import type { Condition, Given } from './condition.ts';
import { movesOf, type Move } from './moves.ts';
import { stateOf, valueOfCondition } from './stateOf.ts';
import { seen, supposed, type World } from './world.ts';

export interface Change {
  readonly given: Given;
  readonly from: FeelValue;
  readonly to: FeelValue;
  /** No one can change it. */
  readonly fixed: boolean;
  readonly distance: number;
}

/** A set of changes after which the decision is true, and of which none can be left out. */
export interface NearestMiss {
  readonly changes: readonly Change[];
  /** Whether all of them can be made. */
  readonly possible: boolean;
  readonly distance: number;
}

type InReach = (condition: Condition, want: boolean, world: World) => boolean;

interface Reach {
  readonly register: Register | undefined;
  readonly isInReach: InReach;
}

export interface MissSearch {
  readonly condition: Condition;
  readonly world: World;
  readonly register?: Register | undefined;
  /** Says with the changed inputs whether the decision really is true. */
  readonly verify: (world: World) => boolean;
  /** At most so many are given; 3 by default. */
  readonly wanted?: number;
  /** Sets of changes that are looked into; 80 by default. */
  readonly effort?: number;
  /** Farther sets are left out. */
  readonly within?: number;
  /** Whether a condition can be as wanted near enough; all are looked into by default. */
  readonly isInReach?: InReach;
}

/** Past every sum of distances, so that what can be done comes first. */
const fixedCosts = 1000;
const maxChanges = 6;

/**
 * The cheapest sets of changes that would make a decision true, by the sum of their relative distances: a uniform-cost search
 * that mends one failing condition at a time and looks again, so that a change which breaks another condition is seen.
 */
export function nearestMisses({
  condition,
  world,
  register,
  verify,
  wanted = 3,
  effort = 80,
  within = Infinity,
  isInReach = () => true,
}: MissSearch): NearestMiss[] {
  const queue: Supposition[] = [{ changes: new Map(), world, cost: 0 }];
  const visited = new Set<string>();
  const found: NearestMiss[] = [];
  for (let looked = 0; looked < effort && found.length < wanted;) {
    const next = takeCheapest(queue);
    if (next === undefined) break;
    const key = keyOf(next);
    if (visited.has(key) || found.some((one) => includes(next, one))) continue;
    visited.add(key);
    looked += 1;
    if (valueOfCondition(condition, next.world) === true) {
      const miss = verify(next.world) ? missOf(next, condition, world) : undefined;
      if (miss !== undefined) found.push(miss);
      continue;
    }
    if (next.changes.size >= maxChanges) continue;
    for (const move of openMoves(condition, true, next.world, { register, isInReach })) {
      const moved = withMove(next, move, world, register);
      if (moved !== undefined && moved.cost <= within && isInReach(condition, true, moved.world)) queue.push(moved);
    }
  }
  return found;
}

interface Supposition {
  readonly changes: ReadonlyMap<string, Change>;
  readonly world: World;
  readonly cost: number;
}

function takeCheapest(queue: Supposition[]): Supposition | undefined {
  let best = 0;
  for (const [index, { cost }] of queue.entries()) if (cost < (queue[best]?.cost ?? 0)) best = index;
  return queue.splice(best, 1)[0];
}

const keyOf = ({ changes }: Supposition): string =>
  [...changes.values()]
    .map(({ given, to }) => `${given.key}=${feelText(to)}`)
    .sort()
    .join('&');

/** Whether a set changes all that a found one does: it has nothing to add. */
function includes({ changes }: Supposition, miss: NearestMiss): boolean {
  return miss.changes.every(({ given }) => changes.has(given.key));
}

function withMove(
  set: Supposition,
  { given, to }: Move,
  start: World,
  register: Register | undefined,
): Supposition | undefined {
  const from = seen(given, start);
  const before = set.changes.get(given.key);
  const changes = new Map(set.changes);
  if (equalValues(from, to) === true) return undefined;
  const change = { given, from, to, fixed: isFixed(given, from, register), distance: distanceOf(from, to) };
  changes.set(given.key, change);
  const cost = set.cost - (before === undefined ? 0 : costOf(before)) + costOf(change);
  return { changes, world: supposed(set.world, given, to), cost };
}

const costOf = ({ distance, fixed }: Change): number => distance + (fixed ? fixedCosts : 0);

/** Undefined where one of the changes could be left out: the smaller set is found by itself. */
function missOf(set: Supposition, condition: Condition, start: World): NearestMiss | undefined {
  const changes = [...set.changes.values()];
  if (changes.length === 0) return undefined;
  for (const { given } of changes) {
    const without = changes
      .filter((other) => other.given.key !== given.key)
      .reduce((world, change) => supposed(world, change.given, change.to), start);
    if (valueOfCondition(condition, without) === true) return undefined;
  }
  return {
    changes,
    possible: changes.every(({ fixed }) => !fixed),
    distance: changes.reduce((sum, { distance }) => sum + distance, 0),
  };
}

/** The moves that bring a condition nearer to what is wanted: of several that all have to change, those of the first. */
function openMoves(condition: Condition, want: boolean, world: World, search: Reach): readonly Move[] {
  const open = (part: Condition, wanted: boolean): readonly Move[] => openMoves(part, wanted, world, search);
  if (valueOfCondition(condition, world) === want || !search.isInReach(condition, want, world)) return [];
  switch (condition.kind) {
    case 'constant':
      return [];
    case 'leaf':
      return movesOf(condition, want, world, search.register);
    case 'not':
      return open(condition.part, !want);
    case 'all':
    case 'any': {
      const each = condition.parts.filter((part) => valueOfCondition(part, world) !== want);
      if ((condition.kind === 'all') !== want) return each.flatMap((part) => open(part, want));
      const [first] = each;
      return first === undefined ? [] : open(first, want);
    }
    case 'if': {
      const isTrue = valueOfCondition(condition.condition, world) === true;
      const [taken, other] = isTrue
        ? [condition.consequent, condition.alternative]
        : [condition.alternative, condition.consequent];
      const turned =
        stateOf(other, world) === 'failed' && other.kind === 'constant' ? [] : open(condition.condition, !isTrue);
      return [...open(taken, want), ...turned];
    }
    case 'rules': {
      const moves: Move[] = [];
      for (const { match, result } of condition.rules) {
        const matches = valueOfCondition(match, world) === true;
        const fits = valueOfCondition(result, world) === want;
        if (matches && !fits) moves.push(...open(match, false));
        if (!fits) moves.push(...(matches ? open(result, want) : []));
        else if (!matches) moves.push(...open(match, true));
      }
      return moves;
    }
  }
}
