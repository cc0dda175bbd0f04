import type { DecisionModel } from '../model.ts';
import type { Register } from '../register/register.ts';
import { getDecision } from './getDecision.ts';
import type { Condition } from './condition.ts';
import { conditionOf, type Interner } from './conditionOf.ts';

/** A policy as explanations see it. */
export interface ExplainedPolicy {
  readonly code: string;
  readonly model: DecisionModel;
  /** The id of the decision that says who qualifies. */
  readonly eligible: string;
}

/** Policies whose conditions were found once; what they say alike about the same column is asked once for an entity. */
export interface PreparedPolicies {
  readonly register: Register | undefined;
  readonly policies: readonly (ExplainedPolicy & { readonly condition: Condition })[];
  /** Each once. */
  readonly models: readonly DecisionModel[];
  /** Distinct conditions. */
  readonly leaves: number;
}

/** @throws judge.unknownDecision */
export function preparePolicies(policies: readonly ExplainedPolicy[], register?: Register): PreparedPolicies {
  const interner: Interner = { ids: new Map(), count: 0 };
  const prepared = policies.map((policy) => ({
    ...policy,
    condition: conditionOf(getDecision(policy.model, policy.eligible), policy.model, interner),
  }));
  const models = [...new Set(policies.map(({ model }) => model))];
  return { register, policies: prepared, models, leaves: interner.count };
}
