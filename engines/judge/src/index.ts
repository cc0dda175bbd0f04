export { readDecisionModel, type ReadOptions } from './read/readDecisionModel.ts';
export { findElement, type FoundElement } from './read/findElement.ts';
export { decide, type DecisionInput, type DecisionResult, type DecisionTrace } from './decide/decide.ts';
export type { TableTrace } from './decide/applyTable.ts';
export type { DecisionWarning, WarningKind } from './decide/warning.ts';
export type {
  Aggregation,
  Binding,
  BoxedContext,
  BoxedFilter,
  BoxedFor,
  BoxedFunction,
  BoxedList,
  BoxedQuantified,
  Conditional,
  ContextEntry,
  Decision,
  DecisionModel,
  DecisionService,
  DecisionTable,
  ElementReference,
  FunctionParameter,
  HitPolicy,
  InputData,
  Invocation,
  ItemDefinition,
  KnowledgeModel,
  LiteralExpression,
  Logic,
  ModelImport,
  RefusedLogic,
  Relation,
  RelationColumn,
  Requirements,
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
