export { readDecisionModel, type ReadOptions } from './read/readDecisionModel.ts';
export { decide, type DecisionInput, type DecisionResult, type DecisionTrace } from './decide/decide.ts';
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
export { checkModel, type ModelProblem } from './check/checkModel.ts';
export type {
  Choice,
  Condition,
  ConditionOperator,
  Formula,
  Interval,
  Measure,
  Quantity,
  Truth,
} from './formula/formula.ts';
export type { Register, RegisterColumn } from './register/register.ts';
export type { CityRule, Matching, RuleVersion } from './rules/cityRule.ts';
