export { readProcess, readProcesses } from './model/readProcess.ts';
export {
  type ProcessDefinition,
  type FlowNode,
  type UserTask,
  type FormField,
  type SequenceFlow,
} from './model/processDefinition.ts';
export { handleMigrations } from './migrations.ts';
export { faults as handleFaults } from './faults.ts';
export { registerDefinition } from './store/definitionStore.ts';
export { type DecisionPort, type DecisionResult, type StepPorts, type WorkingTime } from './step/ports.ts';
export { type HandlePorts, type CommandRequest, type CommandAnswer } from './store/commandRequest.ts';
export { type Actor, type Act, type CaseCommand, type NewEvidence } from './step/caseCommand.ts';
export {
  type CaseState,
  type CaseEvent,
  type CaseOutcome,
  type CaseLink,
  type ExtensionRequest,
  type Incident,
  type Scope,
  type Task,
  type Timer,
  type Token,
  type Evidence,
  type EventKind,
} from './step/caseState.ts';
export { step, type Stepped } from './step/step.ts';
export { startCase, type StartRequest, type StartAnswer } from './store/startCase.ts';
export {
  claimTask,
  assignTask,
  completeTask,
  addEvidence,
  correlate,
  setVariables,
  suspendClock,
  resumeClock,
  withdraw,
} from './store/commands.ts';
export { type CaseFilter, type RowPredicate } from './queue/caseFilter.ts';
export { type CaseRow, type CasePage } from './queue/caseRow.ts';
export { findCases, type CaseSearch } from './queue/findCases.ts';
export { countCases, type CaseCount } from './queue/countCases.ts';
export { countByLight } from './queue/countByLight.ts';
export { type Light } from './light.ts';
export { findTasks, type TaskRow } from './queue/findTasks.ts';
export { getCase, type CaseView } from './store/getCase.ts';
export { type ClockView } from './store/clockView.ts';
export { leadsTo } from './step/goBack.ts';
export { findDueReasons, type DueReason } from './queue/findDueReasons.ts';
export { countWorkload, type Work } from './queue/countWorkload.ts';
export { checkForm } from './step/checkForm.ts';
export { subscriptionsOf, type Subscription } from './store/subscriptions.ts';
export { checkMayDo } from './step/mayDoTask.ts';
export { fireTimers, timerHandler } from './store/fireTimers.ts';
export { timerQueue } from './store/timerQueue.ts';
export { wasDone } from './store/onceOnly.ts';
export { registerFromFolder } from './publish/registerFromFolder.ts';
export { publishModel, type ModelPublication } from './publish/publishModel.ts';
export { dropDraft, findDraft, keepDraft, type ModelDraft, type DraftToSave } from './publish/drafts.ts';
export { findModelVersions, findModels, getModel, type ModelVersion, type StoredModel } from './publish/findModels.ts';
export { compareModels, type ModelDifference } from './publish/compareModels.ts';
export { createMiner, type Miner, type MinedEvent } from './mining/mineEvents.ts';
export { mineCases } from './mining/mineCases.ts';
export { countOpenAt, type OpenAt } from './mining/countOpenAt.ts';
export { joinMaps, readProcessMap, type ProcessMap, type MapNode } from './mining/processMap.ts';
export { type MinedProcess, type MinedNode, type MinedVariant, type Times } from './mining/minedProcess.ts';
export { type ProcessFilter } from './mining/caseFilter.ts';
export { planMigration, type MigrationPlan, type PositionGroup } from './migrate/planMigration.ts';
export { findPositions } from './migrate/findPositions.ts';
export { reprojectClocks, reprojectHandler, reprojectQueue } from './clock/index.ts';
export { givePeopleCommand, joinCases } from './store/peopleCommands.ts';
export { effectHandler, type EffectPorts, type Operation } from './store/effects.ts';
export { effectQueue } from './store/effectQueue.ts';
export { type PeopleAct, type Effect } from './step/caseCommand.ts';
export { emptyCase } from './step/emptyCase.ts';
export { variablesAt } from './step/variables.ts';
export { clockLight, dueTimes, type LegalClock } from './clock/index.ts';
export type { JsonObject } from './json.ts';
export { openDesk, type Desk, type DeskOptions } from './desk/openDesk.ts';
export { taskId } from './step/taskId.ts';
export { derivedUuid } from './store/derivedUuid.ts';
export { describeHistory, verifyHistory, type HistoryFinding, type HistoryReport } from './history/verifyHistory.ts';
