import { fromFeel, type Json } from '@yiwang/feel';
import type { Bilingual } from '@yiwang/messages';
import { decide } from '../decide/decide.ts';
import type { DecisionInput } from '../decide/readInput.ts';
import type { DecisionModel } from '../model.ts';
import type { Register } from '../register/register.ts';
import type { Condition, Given } from './condition.ts';
import { conditionOf } from './conditionOf.ts';
import { getDecision } from './getDecision.ts';
import { missingData } from './missingData.ts';
import { nearestMisses, type NearestMiss } from './nearestMiss.ts';
import { bestQuestion } from './oneQuestion.ts';
import { readInputs } from './readInputs.ts';
import { stateOf, valueOfCondition } from './stateOf.ts';
import { missWords } from './words/changeWords.ts';
import { questionWords } from './words/questionWords.ts';
import { givenWords } from './words/subjectWords.ts';
import { viewsOf, type ConditionView } from './words/viewOf.ts';
import { failedWords, heldWords } from './words/whyWords.ts';
import { worldOf, type World } from './world.ts';

/** `almost`: not qualified, and a small change would do. `needsData`: missing data decide. */
export type EntityState = 'qualified' | 'almost' | 'needsData' | 'notQualified';

export interface ExplainOptions {
  /** Gives columns their names, units and the names of their values, and says which no one can change. */
  readonly register?: Register | undefined;
}

/** Why a decision about somebody is as it is. Its parts are made when they are asked for. */
export interface Explanation {
  readonly decision: string;
  readonly state: EntityState;
  /** In a sentence. */
  readonly why: Bilingual;
  readonly conditions: readonly ConditionView[];
  /** The smallest changes after which it would be true, the nearest first; each was tried on the decision itself. */
  readonly nearest: readonly {
    readonly text: Bilingual;
    readonly possible: boolean;
    /** The sum of the changes' shares: 480 → 500 is 0.04. */
    readonly distance: number;
    readonly changes: readonly {
      readonly column: string;
      readonly from: Json;
      readonly to: Json;
      readonly possible: boolean;
    }[];
  }[];
  /** What is not given, and would be needed to tell. */
  readonly missing: readonly { readonly column: string; readonly label: Bilingual }[];
  /** The one missing value whose answer settles the most; null where none is missing. */
  readonly question: {
    readonly column: string;
    readonly label: Bilingual;
    readonly text: Bilingual;
    /** Kinds of answers that the rule tells apart, and how many of them settle it. */
    readonly answers: number;
    readonly settled: number;
  } | null;
}

/** The sum of distances up to which a miss is near: one status, a year, or a quarter more. */
export const nearEnough = 0.25;

const conditions = new WeakMap<DecisionModel, Map<string, Condition>>();

/**
 * Explains one decision that is a truth. Pure; what is missing in the input is null.
 * @throws judge.unknownDecision, feel.notAValue for an input no rule can use, feel.tooMuchWork.
 */
export function explain(
  model: DecisionModel,
  decisionId: string,
  input: DecisionInput,
  { register }: ExplainOptions = {},
): Explanation {
  const { id } = getDecision(model, decisionId);
  const world = worldOf(readInputs([model], input));
  return explanationOf({ model, id, condition: rememberedCondition(model, id), world, register });
}

function rememberedCondition(model: DecisionModel, id: string): Condition {
  const ofModel = conditions.get(model) ?? new Map<string, Condition>();
  conditions.set(model, ofModel);
  const before = ofModel.get(id);
  if (before !== undefined) return before;
  const condition = conditionOf(getDecision(model, id), model, { ids: new Map(), count: 0 });
  ofModel.set(id, condition);
  return condition;
}

export interface Explained {
  readonly model: DecisionModel;
  readonly id: string;
  readonly condition: Condition;
  readonly world: World;
  readonly register: Register | undefined;
}

export function explanationOf(explained: Explained): Explanation {
  const { model, id, condition, world, register } = explained;
  const isTrue = valueOfCondition(condition, world) === true;
  const isUnknown = !isTrue && stateOf(condition, world) === 'unknown';
  const misses = once((): readonly NearestMiss[] => {
    if (isTrue || isUnknown) return [];
    const verify = (then: World): boolean => decide(model, id, then.inputs, { trace: 'none' }).value === true;
    return nearestMisses({ condition, world, register, verify });
  });
  const missing = once(() => (isUnknown ? missingData(condition, world) : []));
  const state = once((): EntityState => {
    if (isTrue) return 'qualified';
    if (isUnknown) return 'needsData';
    const [nearest] = misses();
    return nearest?.possible === true && nearest.distance <= nearEnough ? 'almost' : 'notQualified';
  });
  const why = once(() => whyWords(explained, state(), missing()));
  const views = once(() => viewsOf(condition, world, register));
  const nearest = once(() => misses().map((miss) => nearestView(miss, register)));
  const question = once(() => questionView(explained, missing()));
  return {
    decision: id,
    get state() {
      return state();
    },
    get why() {
      return why();
    },
    get conditions() {
      return views();
    },
    get nearest() {
      return nearest();
    },
    get missing() {
      return missing().map((given) => ({ column: given.key, label: givenWords(given, register).label }));
    },
    get question() {
      return question();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function whyWords({ condition, world, register }: Explained, state: EntityState, missing: readonly Given[]): Bilingual {
  switch (state) {
    case 'qualified': {
      const held = heldWords(condition, world, register);
      return held.zh === ''
        ? { zh: '符合条件。', en: 'Qualifies.' }
        : { zh: `符合条件：${held.zh}。`, en: `Qualifies: ${held.en}.` };
    }
    case 'needsData': {
      const labels = missing.map((given) => givenWords(given, register).label);
      const [zh, en] = [labels.map((one) => one.zh).join('、'), labels.map((one) => one.en).join(', ')];
      return zh === ''
        ? { zh: '现有信息不足以判断。', en: 'What is known does not tell.' }
        : { zh: `还不能判断，未提供：${zh}。`, en: `Can not be told yet; not given: ${en}.` };
    }
    case 'almost':
    case 'notQualified': {
      const failed = failedWords(condition, world, register);
      return state === 'almost'
        ? { zh: `还差一点：${failed.zh}。`, en: `Almost: ${failed.en}.` }
        : { zh: `不符合条件：${failed.zh}。`, en: `Does not qualify: ${failed.en}.` };
    }
  }
}

function nearestView(miss: NearestMiss, register: Register | undefined): Explanation['nearest'][number] {
  return {
    text: missWords(miss, register),
    possible: miss.possible,
    distance: miss.distance,
    changes: miss.changes.map(({ given, from, to, fixed }) => ({
      column: given.key,
      from: fromFeel(from),
      to: fromFeel(to),
      possible: !fixed,
    })),
  };
}

function questionView({ condition, world, register }: Explained, missing: readonly Given[]): Explanation['question'] {
  const best = bestQuestion(condition, missing, world, register);
  if (best === undefined) return null;
  const { given, answers, settled } = best;
  const { label } = givenWords(given, register);
  return { column: given.key, label, text: questionWords(best, register), answers, settled };
}
