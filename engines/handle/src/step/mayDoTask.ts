import type { Actor } from './caseCommand.ts';
import type { CaseState, Task } from './caseState.ts';
import { faults } from '../faults.ts';
import type { ProcessDefinition } from '../model/processDefinition.ts';

/** The open task of that id. @throws handle.noTask, handle.taskDone (who and when), handle.taskCancelled */
export function getOpenTask(state: CaseState, id: string): Task {
  const task = state.tasks.find((one) => one.id === id);
  if (task === undefined) throw faults.noTask({ number: state.number, task: id.slice(0, 80) });
  const params = { name: task.name, by: task.completedBy ?? '–', at: task.endedAt?.toISOString() ?? '–' };
  if (task.state === 'done') throw faults.taskDone(params);
  if (task.state === 'cancelled') throw faults.taskCancelled(params);
  return task;
}

/** True where `inner` is the organisation `outer` or below it. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

/**
 * Refuses who may not do a task: not a person, not of the candidates, somebody else holds it, or, by the rule of four
 * eyes (双人原则), the one who completed the other task last.
 * @throws handle.needsAccount, handle.notCandidate, handle.taskHeld, handle.sameHands
 */
export function checkMayDo(
  definition: ProcessDefinition,
  state: Pick<CaseState, 'tasks'>,
  task: Task,
  by: Actor,
): void {
  const { name } = task;
  if (!by.actor.startsWith('account:')) throw faults.needsAccount({ name, actor: by.actor });
  const roleFits = task.candidateRole === null || by.roles.includes(task.candidateRole);
  if (!roleFits || !isWithin(by.organisation, task.organisation))
    throw faults.notCandidate({ name, role: task.candidateRole ?? '–', organisation: task.organisation });
  if (task.assignee !== null && task.assignee !== by.actor) throw faults.taskHeld({ name, by: task.assignee });
  const node = definition.nodes.get(task.element);
  if (node?.kind !== 'userTask' || node.notBy === undefined) return;
  const other = state.tasks.findLast((one) => one.element === node.notBy && one.state === 'done');
  if (other !== undefined && other.completedBy === by.actor)
    throw faults.sameHands({ name, other: other.name, by: by.actor });
}
