import type { ProcessDefinition } from '@yiwang/handle';
import type { DecisionModel } from '@yiwang/judge';
import type { AppFile, FormFile, IndicatorFile, ScenarioFile } from './schemas.ts';

/** A model and the file that it came from, relative to the application's folder. */
export interface FromFile<T> {
  readonly file: string;
  readonly value: T;
}

/** An application: a folder of models, and no code. */
export interface App {
  readonly folder: string;
  readonly about: AppFile;
  readonly indicators: readonly FromFile<IndicatorFile>[];
  readonly decisions: readonly FromFile<DecisionModel>[];
  readonly processes: readonly FromFile<ProcessDefinition>[];
  readonly forms: readonly FromFile<FormFile>[];
  readonly scenarios: readonly FromFile<ScenarioFile>[];
}
