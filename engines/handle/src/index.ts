export { readProcess } from './readProcess.ts';
export {
  type ProcessDefinition,
  type FlowNode,
  type UserTask,
  type FormField,
  type SequenceFlow,
} from './processDefinition.ts';
export { handleMigrations } from './migrations.ts';
export { faults as handleFaults } from './faults.ts';
export { registerDefinition } from './definitionStore.ts';
export { type DecisionPort, type DecisionResult, type StepPorts, type WorkingTime } from './ports.ts';
export { type HandlePorts, type CommandRequest, type CommandAnswer } from './commandRequest.ts';
export { type Actor, type Act, type CaseCommand, type NewEvidence } from './caseCommand.ts';
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
} from './caseState.ts';
export { step, type Stepped } from './step.ts';
export { startCase, type StartRequest, type StartAnswer } from './startCase.ts';
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
} from './commands.ts';
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
export { getCase, type CaseView, type ClockView } from './getCase.ts';
export { checkMayDo } from './mayDoTask.ts';
export { fireTimer, timerHandler } from './fireTimer.ts';
export { timerQueue } from './timerQueue.ts';
export { wasDone } from './onceOnly.ts';
