import type { Task } from './caseState.ts';
import { stopClocksOf } from './caseClocks.ts';
import { change, type Draft } from './draft.ts';

/** An open task ends, and its clock stops. `ending` says how. The token stays, for who moves it on. */
export function endTask(
  draft: Draft,
  task: Task,
  ending: Partial<Task> & { readonly state: 'done' | 'cancelled' },
): void {
  const ended: Task = { ...task, endedAt: draft.at, ...ending };
  change(draft, { tasks: draft.state.tasks.map((one) => (one.id === task.id ? ended : one)) });
  stopClocksOf(draft, (clock) => clock.task === task.id);
}
