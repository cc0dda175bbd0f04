import { findExact, kindOf, type FeelValue } from '@yiwang/feel';
import type { Register } from '../register/register.ts';
import { columnOf } from './changeable.ts';
import type { Condition, Given, Leaf } from './condition.ts';
import { leavesOf } from './leavesOf.ts';
import { stateOf } from './stateOf.ts';
import { ladderOf, rungOf, valueAt } from './steps.ts';
import { evaluateAt, supposed, truthOf, type World } from './world.ts';

/** A missing value, and in how many of the kinds of answer that the rule tells apart the decision is then settled. */
export interface Question {
  readonly given: Given;
  readonly answers: number;
  readonly settled: number;
}

/** A text that no rule names. */
const other = '\u0000';
const sizes = ['0', '1', '100', '10000', '1000000', '100000000'];

/** The missing value whose answer settles the most; the first of the rule where several do. Undefined where nothing is missing. */
export function bestQuestion(
  condition: Condition,
  missing: readonly Given[],
  world: World,
  register: Register | undefined,
): Question | undefined {
  let best: Question | undefined;
  for (const given of missing) {
    const question = questionAbout(condition, given, world, register);
    if (best === undefined || question.settled * best.answers > best.settled * question.answers) best = question;
  }
  return best;
}

export function questionAbout(
  condition: Condition,
  given: Given,
  world: World,
  register: Register | undefined,
): Question {
  const leaves = leavesOf(condition).filter(({ givens }) => givens.some(({ key }) => key === given.key));
  const kinds = new Map<string, boolean>();
  for (const value of answersOf(given, leaves, world, register)) {
    const then = supposed(world, given, value);
    const kind = leaves.map((leaf) => String(truthOf(leaf, then))).join();
    if (!kinds.has(kind)) kinds.set(kind, stateOf(condition, then) !== 'unknown');
  }
  return { given, answers: kinds.size, settled: [...kinds.values()].filter(Boolean).length };
}

/** One value at least of each kind that the leaves tell apart. */
function answersOf(
  given: Given,
  leaves: readonly Leaf[],
  world: World,
  register: Register | undefined,
): readonly FeelValue[] {
  const column = columnOf(given, register);
  if (column?.type === 'boolean') return [true, false];
  const ends = leaves.flatMap((leaf) => endsOf(leaf, given, world));
  if (column?.type === 'string' && column.values !== undefined) return column.values.map(({ value }) => value);
  if (ends.some((end) => kindOf(end) === 'boolean')) return [true, false];
  const texts = ends.filter((end) => typeof end === 'string');
  if (texts.length > 0) return [...texts, other];
  const sample = ends.find((end) => end !== null) ?? findExact('0') ?? null;
  const ladder = ladderOf(sample, column, ends);
  if (ladder === undefined) return [];
  const beside = ends.flatMap((end) => {
    const at = rungOf(end, ladder)?.rung;
    return at === undefined ? [] : [at - 1n, at, at + 1n];
  });
  const spread = ladder.kind === 'date' ? [] : sizes.map((size) => rungOf(findExact(size) ?? null, ladder)?.rung ?? 0n);
  return [...new Set([...beside, ...spread])]
    .filter((rung) => rung >= ladder.min && rung <= ladder.max)
    .map((rung) => valueAt(rung, ladder));
}

function endsOf(leaf: Leaf, given: Given, world: World): FeelValue[] {
  if (leaf.subject?.given?.key !== given.key) return [];
  return (leaf.wanted?.parts ?? []).flatMap((part) =>
    (part.kind === 'point' ? [part.value] : [part.low, part.high]).flatMap((one) =>
      one === undefined ? [] : [evaluateAt(one, leaf.site, world)],
    ),
  );
}
