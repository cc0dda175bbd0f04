export { readDecisionModel, type ReadOptions } from './read/readDecisionModel.ts';
export { decide, type DecisionInput, type DecisionResult, type DecisionTrace } from './decide/decide.ts';
export { runTck, type TckFailure, type TckResult } from './conformance/runTck.ts';
export type { TableTrace } from './decide/applyTable.ts';
export type { DecisionWarning, WarningKind } from './decide/warning.ts';
export type {
  Decision,
  DecisionModel,
  DecisionTable,
  HitPolicy,
  InputData,
  Rule,
  TableInput,
  TableOutput,
} from './model.ts';
