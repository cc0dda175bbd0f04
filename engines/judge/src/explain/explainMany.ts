import { readInputs } from './readInputs.ts';
import type { DecisionInput } from '../decide/readInput.ts';
import { explanationOf, nearEnough, type EntityState, type Explanation } from './explain.ts';
import { isNear } from './isNear.ts';
import { missingData } from './missingData.ts';
import { questionAbout, type Question } from './oneQuestion.ts';
import type { PreparedPolicies } from './preparePolicies.ts';
import { stateOf, valueOfCondition } from './stateOf.ts';
import { questionWords } from './words/questionWords.ts';
import { givenWords } from './words/subjectWords.ts';
import { worldOf, type World } from './world.ts';

/** One entity and all policies. */
export interface ManyExplained {
  /** Qualified, then almost, then needing data, then the others; the nearest first among those that miss. */
  readonly policies: readonly { readonly policy: string; readonly explanation: Explanation }[];
  /** The missing value whose answer settles the most policies; null where none is missing. */
  readonly question: Explanation['question'];
}

const order: readonly EntityState[] = ['qualified', 'almost', 'needsData', 'notQualified'];

/**
 * The state of an entity under each policy, in their order; no words. The same as `explain` says, without trying its changes
 * on the decision itself. @throws feel.notAValue for an input no rule can use.
 */
export function statesOf(prepared: PreparedPolicies, input: DecisionInput): EntityState[] {
  return statesIn(prepared, worldOf(readInputs(prepared.models, input)));
}

function statesIn({ policies, register }: PreparedPolicies, world: World): EntityState[] {
  return policies.map(({ condition }) => {
    if (valueOfCondition(condition, world) === true) return 'qualified';
    if (stateOf(condition, world) === 'unknown') return 'needsData';
    return isNear(condition, world, register, nearEnough) ? 'almost' : 'notQualified';
  });
}

/** Explains one entity under many policies; texts and changes are made for those that are looked at. */
export function explainMany(prepared: PreparedPolicies, input: DecisionInput): ManyExplained {
  const { register } = prepared;
  const world = worldOf(readInputs(prepared.models, input));
  const states = statesIn(prepared, world);
  const all = prepared.policies.map(({ code, model, eligible, condition }) => {
    const explained = explanationOf({ model, id: eligible, condition, world, register });
    return { policy: code, explanation: explained };
  });
  const ranked = all.map((one, index) => ({ one, rank: order.indexOf(states[index] ?? 'notQualified') }));
  ranked.sort(
    (a, b) => a.rank - b.rank || (a.rank === 1 ? distance(a.one.explanation) - distance(b.one.explanation) : 0),
  );
  return { policies: ranked.map(({ one }) => one), question: bestOfMany(prepared, states, world) };
}

const distance = ({ nearest }: Explanation): number => nearest[0]?.distance ?? Number.POSITIVE_INFINITY;

/** The value with the largest sum, over the policies, of the share of answers that settle it. */
function bestOfMany(
  { policies, register }: PreparedPolicies,
  states: readonly EntityState[],
  world: World,
): Explanation['question'] {
  const found = new Map<string, { readonly sum: number; readonly question: Question }>();
  for (const [index, { condition }] of policies.entries()) {
    if (states[index] !== 'needsData') continue;
    for (const given of missingData(condition, world)) {
      const one = questionAbout(condition, given, world, register);
      const before = found.get(given.key);
      const { answers = 0, settled = 0 } = before?.question ?? {};
      found.set(given.key, {
        sum: (before?.sum ?? 0) + (one.answers === 0 ? 0 : one.settled / one.answers),
        question: { given, answers: answers + one.answers, settled: settled + one.settled },
      });
    }
  }
  const best = [...found.values()].reduce<{ sum: number; question: Question } | undefined>(
    (most, one) => (most === undefined || one.sum > most.sum ? one : most),
    undefined,
  );
  if (best === undefined) return null;
  const { given, answers, settled } = best.question;
  const { label } = givenWords(given, register);
  return { column: given.key, label, text: questionWords(best.question, register), answers, settled };
}
