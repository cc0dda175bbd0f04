export { readDecisionModel, type ReadOptions } from './read/readDecisionModel.ts';
export { findElement, type FoundElement } from './read/findElement.ts';
export { importsOf } from './read/importsOf.ts';
export type { ImportSource, ModelSource, WantedImport } from './read/readImports.ts';
export { decide, type DecideOptions, type DecisionResult } from './decide/decide.ts';
export type { DecisionInput } from './decide/readInput.ts';
export type { DecisionTrace, TraceStep } from './decide/trace.ts';
export { traceJson, type DecisionTraceJson } from './decide/traceJson.ts';
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
export { judgeMigrations } from './migrations.ts';
export { prepareRegister } from './register/prepareRegister.ts';
export { importEntities, type ImportOrder, type ImportReport } from './register/importEntities.ts';
export type { EntityRow, RowProblem } from './register/entityRow.ts';
export { changeEntity, type ChangedEntity, type EntityChange } from './register/changeEntity.ts';
export { removeEntity, type EntityRemoval } from './register/removeEntity.ts';
export { findEntity, findEntities, getEntity, type Entity, type EntityKey } from './register/findEntity.ts';
export { findNames, searchEntities, type NamedEntity, type SearchOrder } from './register/searchEntities.ts';
export type { NaturalValue } from './register/cell.ts';
export { saveDraft, type NewDraft } from './versions/saveDraft.ts';
export { publishVersion, type FailedTest, type Publication, type VersionChecks } from './versions/publishVersion.ts';
export { withdrawVersion, type Withdrawal } from './versions/withdrawVersion.ts';
export { findVersions, getVersion, versionHash, type StoredVersion } from './versions/storedVersion.ts';
export {
  findEffective,
  ruleInTime,
  versionsInTime,
  type Period,
  type VersionsInTime,
} from './versions/versionsInTime.ts';
export { dayOf } from './versions/day.ts';
export { lowerCondition, lowerDecision, lowerQuantity, type LowerOptions } from './formula/lowerDecision.ts';
export { evaluateCondition, evaluateFormula, evaluateQuantity, type FormulaRow } from './formula/evaluateFormula.ts';
export { formulaSql, type SqlOptions } from './sql/formulaSql.ts';
export { countSql, type CountedPolicy } from './sql/countSql.ts';
export { matchSql } from './sql/matchSql.ts';
export { explain, type EntityState, type Explanation, type ExplainOptions } from './explain/explain.ts';
export { explainMany, statesOf, type ManyExplained } from './explain/explainMany.ts';
export { preparePolicies, type ExplainedPolicy, type PreparedPolicies } from './explain/preparePolicies.ts';
export type { ConditionView } from './explain/words/viewOf.ts';
export {
  startMatching,
  type ComparedEntity,
  type MatchedEntity,
  type RegisterMatching,
  type MatchingOptions,
  type MatchingState,
} from './match/startMatching.ts';
export type { Comparison, Side, Tally } from './match/compareFormulas.ts';
export type { LowerRule, RuleProblem } from './match/policySource.ts';
export type { EntityMatch, Page, PolicyTotal } from './match/matchTable.ts';
export type { Formulas, Policy } from './match/policy.ts';
export { findTotals } from './match/writtenState.ts';
export { lowerRule } from './match/lowerRule.ts';
export { findMatchChanges, type ChangeQuery, type WrittenChange } from './match/findMatchChanges.ts';
export { createColumnEngine, type ColumnEngine, type PolicyTally, type Prepared } from './columns/columnEngine.ts';
export { createNetwork, type Matchable, type Network } from './columns/network.ts';
export { createRowProgram, type RowProgram } from './columns/rowProgram.ts';
export type { KernelKind } from './columns/kernels.ts';
export { missingFlag, missingInt, type ColumnValues, type RegisterRows } from './register/registerRows.ts';
export { createTextIndex } from './register/textIndex.ts';
export { runRuleTests, type TestedModel } from './suite/runRuleTests.ts';
export type { Coverage, Missed, RuleTest, RuleTestResult } from './suite/ruleTest.ts';
export { findThresholds, type Threshold } from './thresholds/findThresholds.ts';
export { moveThresholds, type Move } from './thresholds/moveThresholds.ts';
export { checksOf, type CheckedRule } from './versions/checksOf.ts';
export { diffVersions } from './rules/diffVersions.ts';
