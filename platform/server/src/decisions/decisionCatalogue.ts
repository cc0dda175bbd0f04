import type { App } from '@yiwang/appkit';
import type { Decision, DecisionModel } from '@yiwang/judge';
import { serverFaults as faults } from '../faults.ts';

/** A decision as it stands on one day. */
export interface KnownDecision {
  readonly app: string;
  readonly model: DecisionModel;
  readonly decision: Decision;
  /** Of a rule with versions in time: which one. */
  readonly rule: string | null;
  readonly version: number | null;
}

/** Where decisions are found by their id, among the models of all applications. */
export interface DecisionCatalogue {
  list(asOf: string): readonly KnownDecision[];
  /** @throws server.noDecision where no model has it, or none is effective on that day */
  get(id: string, asOf: string): KnownDecision;
}

export function createDecisionCatalogue(apps: readonly App[]): DecisionCatalogue {
  const list = (): KnownDecision[] =>
    apps.flatMap(({ about, decisions }) =>
      decisions.flatMap(({ value: model }) =>
        model.decisions.map((decision) => ({ app: about.id, model, decision, rule: null, version: null })),
      ),
    );
  return {
    list,
    get(id) {
      const found = list().find(({ decision }) => decision.id === id);
      if (found === undefined) throw faults.noDecision({ decision: id });
      return found;
    },
  };
}
