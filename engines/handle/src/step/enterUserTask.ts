import type { Task, Token } from './caseState.ts';
import { startClockOf } from './caseClocks.ts';
import { checkRoom } from './checkRoom.ts';
import { change, happened, takeId, type Draft } from './draft.ts';
import { dueTimes } from '../clock/index.ts';
import { findText } from '../model/expression.ts';
import type { UserTask } from '../model/processDefinition.ts';
import { taskId } from './taskId.ts';
import { variablesAt } from './variables.ts';

/** A token reaches a user task: the task is put up for its candidates, and its clock starts. */
export function enterUserTask(draft: Draft, node: UserTask, token: Token): void {
  const variables = variablesAt(draft.state, token.scope);
  addTask(draft, node, token, {
    organisation: findText(node.candidateOrganisation, variables, node.id) ?? draft.state.home,
    assignee: findText(node.assignee, variables, node.id),
    signsFor: null,
  });
}

/** Puts up a task at a token; also for an added signer, who has no clock of his own. */
export function addTask(
  draft: Draft,
  node: UserTask,
  token: Token,
  who: Pick<Task, 'organisation' | 'assignee' | 'signsFor'>,
): Task {
  checkRoom(draft.state, 'tasks');
  const n = takeId(draft);
  const id = taskId(draft.state.region, draft.state.id, n);
  const about = { of: 'task', element: node.id, name: node.name, scope: token.scope, task: id } as const;
  const clock = node.clock === undefined || who.signsFor !== null ? undefined : startClockOf(draft, node.clock, about);
  const { warnAt, dueAt } = clock === undefined ? { warnAt: null, dueAt: null } : dueTimes(clock, draft.ports.calendar);
  const task: Task = {
    id,
    n,
    token: token.id,
    element: node.id,
    name: node.name,
    candidateRole: who.signsFor === null ? (node.candidateRole ?? null) : null,
    skill: node.skill ?? null,
    ...who,
    delegatedBy: null,
    state: 'open',
    form: node.form ?? null,
    createdAt: draft.at,
    claimedAt: who.assignee === null ? null : draft.at,
    endedAt: null,
    completedBy: null,
    outcome: null,
    data: null,
    warnAt,
    dueAt,
  };
  change(draft, { tasks: [...draft.state.tasks, task] });
  happened(draft, 'task.created', node.id, {
    task: id,
    name: node.name,
    role: task.candidateRole,
    organisation: task.organisation,
    ...(task.assignee === null ? {} : { assignee: task.assignee }),
    ...(task.signsFor === null ? {} : { signsFor: task.signsFor }),
    due: dueAt?.toISOString() ?? null,
  });
  return task;
}
