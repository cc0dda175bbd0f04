export { readProcess } from './model/readProcess.ts';
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
  type CaseClock,
  type ClockSegment,
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
export {
  findCases,
  countByLight,
  type CaseFilter,
  type CaseRow,
  type CasePage,
  type RowPredicate,
  type Light,
} from './findCases.ts';
export { findTasks, type TaskRow } from './findTasks.ts';
export { getCase, type CaseView, type ClockView } from './store/getCase.ts';
export { checkMayDo } from './step/mayDoTask.ts';
export { fireTimer, timerHandler } from './store/fireTimer.ts';
export { timerQueue } from './store/timerQueue.ts';
export { wasDone } from './store/onceOnly.ts';
