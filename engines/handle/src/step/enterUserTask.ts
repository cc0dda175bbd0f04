import type { CaseClock, Task, Token } from './caseState.ts';
import { change, happened, takeId, type Draft } from './draft.ts';
import { findText, minutesOf } from '../model/expression.ts';
import type { UserTask } from '../model/processDefinition.ts';
import { dueTimes } from './taskClock.ts';
import { taskId } from './taskId.ts';
import { timerDue } from './timerDue.ts';
import { checkRoom } from './checkRoom.ts';

/** A token reaches a user task: the task is put up for its candidates, its clock starts, its boundary timers are set. */
export function enterUserTask(draft: Draft, node: UserTask, token: Token): void {
  checkRoom(draft.state, 'tasks');
  const { variables } = draft.state;
  const n = takeId(draft);
  const id = taskId(draft.state.region, draft.state.id, n);
  const clock = startClock(draft, node, id);
  const times = clock === undefined ? { warnAt: null, dueAt: null } : dueTimes(clock, draft.ports.calendar);
  const organisation = findText(node.candidateOrganisation, variables, node.id) ?? draft.state.home;
  const task: Task = {
    id,
    n,
    token: token.id,
    element: node.id,
    name: node.name,
    candidateRole: node.candidateRole ?? null,
    organisation,
    assignee: null,
    state: 'open',
    form: node.form ?? null,
    createdAt: draft.at,
    claimedAt: null,
    endedAt: null,
    completedBy: null,
    outcome: null,
    data: null,
    ...times,
  };
  change(draft, {
    tasks: [...draft.state.tasks, task],
    clocks: clock === undefined ? draft.state.clocks : [...draft.state.clocks, clock],
  });
  happened(draft, 'task.created', node.id, {
    task: id,
    name: node.name,
    role: task.candidateRole,
    organisation,
    due: times.dueAt?.toISOString() ?? null,
  });
  for (const boundary of node.boundary) {
    const event = draft.definition.nodes.get(boundary);
    if (event?.kind !== 'boundaryTimer') continue;
    const dueAt = timerDue(event.timer, draft.at, variables, event.id, times);
    const timer = { id: takeId(draft), element: event.id, token: token.id, dueAt };
    change(draft, { timers: [...draft.state.timers, timer] });
  }
}

function startClock(draft: Draft, node: UserTask, task: string): CaseClock | undefined {
  if (node.limit === undefined) return undefined;
  return {
    id: takeId(draft),
    task,
    unit: node.limit.unit,
    budgetMinutes: minutesOf(node.limit.minutes, draft.state.variables, node.id),
    usedMinutes: 0,
    calendar: draft.ports.calendar.version,
    state: 'running',
    segments: [{ n: 1, state: 'running', from: draft.at, to: null, reason: null, by: draft.by.actor }],
  };
}
