import type { ProcessDefinition } from '@yiwang/handle';
import type { CityRule, DecisionModel, Register, RuleTest } from '@yiwang/judge';
import type { Indicator } from '@yiwang/vitals';
import type { ReadModel } from './readYaml.ts';
import type { ScenarioFile } from './scenario/scenarioFile.ts';
import type { AppFile, FormFile, IndicatorFile } from './schemas.ts';

/** A model and the file that it came from, relative to the application's folder. */
export interface FromFile<T> {
  readonly file: string;
  readonly value: T;
}

/** What an indicator is to reach, with where that stands. */
export type IndicatorTarget = NonNullable<Indicator['target']>;

/** An indicator's file with its target found. */
export type LoadedIndicator = Omit<IndicatorFile, 'target'> & { readonly target?: IndicatorTarget };

/** An application: a folder of models, and no code. */
export interface App {
  readonly folder: string;
  readonly about: AppFile;
  /** Where something stands in app.yaml. */
  readonly at: ReadModel<AppFile>['at'];
  readonly indicators: readonly FromFile<LoadedIndicator>[];
  readonly decisions: readonly FromFile<DecisionModel>[];
  readonly registers: readonly FromFile<Register>[];
  readonly rules: readonly FromFile<CityRule>[];
  /** The tests that stand beside a rule, by its code. */
  readonly tests: ReadonlyMap<string, readonly RuleTest[]>;
  readonly processes: readonly FromFile<ProcessDefinition>[];
  readonly forms: readonly FromFile<FormFile>[];
  readonly scenarios: readonly ReadModel<ScenarioFile>[];
}
