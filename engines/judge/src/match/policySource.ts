import { setImmediate } from 'node:timers/promises';
import { isFault, unexpected, type Fault } from '@yiwang/faults';
import type { Database } from '@yiwang/postgres';
import type { DecisionModel } from '../model.ts';
import type { Register } from '../register/register.ts';
import type { CityRule } from '../rules/cityRule.ts';
import { versionFile } from '../versions/publishVersion.ts';
import { findVersions, versionHash, type StoredVersion } from '../versions/storedVersion.ts';
import { findEffective, versionsInTime } from '../versions/versionsInTime.ts';
import type { Formulas, Policy } from './policy.ts';

/** Rules that are read and lowered in one go. */
const atOnce = 8;

/** Makes formulas of a rule's decisions, as of a day. @throws judge.notColumnar and others, with the place */
export type LowerRule = (model: DecisionModel, rule: CityRule, register: Register, asOf: string) => Formulas;

export interface RuleProblem {
  readonly rule: string;
  readonly version: number;
  readonly fault: Fault;
}

export interface Compiled {
  readonly policies: readonly Policy[];
  /** Rules that are effective but can not be matched: they match nobody. */
  readonly problems: readonly RuleProblem[];
}

export interface PolicySource {
  /** Reads the versions that people published. */
  read(): Promise<void>;
  /** The policies of the register as of a day: of each rule the version that is effective then. */
  compile(asOf: string): Promise<Compiled>;
}

interface SourceOptions {
  readonly region: string;
  readonly register: Register;
  readonly rules: readonly CityRule[];
  readonly read: (xml: string, file: string) => DecisionModel;
  readonly lower: LowerRule;
}

/** Rules of the folders with the versions published by people; each document is read once, and lowered once for a day. */
export function createPolicySource(db: Database, options: SourceOptions): PolicySource {
  const { region, register, lower } = options;
  const rules = options.rules.filter(({ matching }) => matching?.register === register.code);
  const models = new Map<string, DecisionModel>();
  const lowered = new WeakMap<DecisionModel, { readonly asOf: string; readonly formulas: Formulas }>();
  let stored = new Map<string, StoredVersion[]>();

  const modelOf = (rule: CityRule, number: number): DecisionModel | undefined => {
    const own = stored.get(rule.code)?.find((version) => version.number === number);
    if (own === undefined) return rule.versions.find((version) => version.number === number)?.model;
    const key = `${rule.code} ${number} ${versionHash(own.xml)}`;
    let model = models.get(key);
    if (model === undefined) models.set(key, (model = options.read(own.xml, versionFile(rule.code, number))));
    return model;
  };
  const formulasOf = (model: DecisionModel, rule: CityRule, asOf: string): Formulas => {
    const known = lowered.get(model);
    if (known?.asOf === asOf) return known.formulas;
    const formulas = lower(model, rule, register, asOf);
    lowered.set(model, { asOf, formulas });
    return formulas;
  };

  return {
    async read() {
      const found = new Map<string, StoredVersion[]>();
      for (const version of await findVersions(db, region)) {
        const own = found.get(version.rule);
        if (own === undefined) found.set(version.rule, [version]);
        else own.push(version);
      }
      stored = found;
    },
    async compile(asOf) {
      const policies: Policy[] = [];
      const problems: RuleProblem[] = [];
      for (const [n, rule] of rules.entries()) {
        if (n % atOnce === atOnce - 1) await setImmediate(); // some ms, then others get their turn
        const version = findEffective(versionsInTime(rule, stored.get(rule.code) ?? []).periods, asOf);
        if (version === undefined) continue;
        const { number } = version;
        try {
          const model = modelOf(rule, number);
          if (model === undefined) continue;
          policies.push({ code: rule.code, version: number, ...formulasOf(model, rule, asOf) });
        } catch (error) {
          problems.push({ rule: rule.code, version: number, fault: isFault(error) ? error : unexpected(error) });
        }
      }
      return { policies, problems };
    },
  };
}
