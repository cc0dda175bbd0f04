import type { App } from '@yiwang/appkit';
import { findEffective, type Decision, type DecisionModel } from '@yiwang/judge';
import type { Sql } from '@yiwang/postgres';
import { serverFaults as faults } from '../faults.ts';
import type { RuleBook } from '../rules/ruleBook.ts';

/** A decision as it stands on one day. */
export interface KnownDecision {
  readonly app: string;
  readonly model: DecisionModel;
  readonly decision: Decision;
  /** Of a rule with versions in time: which one. */
  readonly rule: string | null;
  readonly version: number | null;
}

/** Where decisions are found by their id: those of rules in their version of a day, and models that belong to no rule and always hold. */
export interface DecisionCatalogue {
  list(sql: Sql, asOf: string): Promise<readonly KnownDecision[]>;
  /** @throws server.noDecision where no model has it, or none is effective on that day */
  get(sql: Sql, id: string, asOf: string): Promise<KnownDecision>;
}

export function createDecisionCatalogue(apps: readonly App[], book: RuleBook): DecisionCatalogue {
  const always = apps.flatMap(({ about, decisions, rules }) => {
    const versions = new Set(rules.flatMap(({ value }) => value.versions.map(({ model }) => model.file)));
    return decisions
      .filter(({ value }) => !versions.has(value.file))
      .flatMap(({ value }) => known(about.id, value, null, null));
  });
  const list = async (sql: Sql, asOf: string): Promise<readonly KnownDecision[]> => {
    const effective = (await book.list(sql)).flatMap(({ app, own, rule }) => {
      const version = findEffective(rule.versions, asOf);
      return version === undefined ? [] : known(app.about.id, version.model, own.code, version.number);
    });
    return [...always, ...effective];
  };
  return {
    list,
    async get(sql, id, asOf) {
      const found = (await list(sql, asOf)).find(({ decision }) => decision.id === id);
      if (found === undefined) throw faults.noDecision({ decision: id });
      return found;
    },
  };
}

function known(app: string, model: DecisionModel, rule: string | null, version: number | null): KnownDecision[] {
  return model.decisions.map((decision) => ({ app, model, decision, rule, version }));
}
